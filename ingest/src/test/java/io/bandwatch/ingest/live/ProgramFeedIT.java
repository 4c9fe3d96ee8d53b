package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that come through programs, among them the child that runs GStreamer; and files. */
class ProgramFeedIT {
    private static final int PACKETS = 3000;

    @TempDir
    private Path folder;

    @Test
    void playsAFileAtItsOwnPaceAndEnds() throws Exception {
        long fromNs = System.nanoTime();
        try (Watched watched = new Watched("file:" + recording())) {
            TsFrame end = watched.until(look -> look.kind() == FrameKind.ENDED);

            assertThat(end.input().samples()).isEqualTo(PACKETS);
            // 3 s of stream, of which the last second need not be waited for; 0.1 % fast
            assertThat(System.nanoTime() - fromNs).isGreaterThan(1_990_000_000L);
        }
    }

    @Test
    void playsAFileAsFastAsItIsReadAgainAndAgain() throws Exception {
        try (Watched watched = new Watched("file:" + recording() + "?pace=fast&loop=yes")) {
            TsFrame look = watched.untilPackets(5 * PACKETS);

            assertThat(Watched.transport(look).openings()).isGreaterThanOrEqualTo(5);
            assertThat(watched.looks)
                    .allSatisfy(each -> assertThat(Watched.stream(each).counts().continuityErrors())
                            .isZero());
        }
    }

    @Test
    void startsAProgramAgainThatEnded() throws Exception {
        try (Watched watched = new Watched("exec:cat '" + recording() + "'; echo done >&2; exit 3")) {
            TsFrame look = watched.untilPackets(3 * PACKETS);

            assertThat(Watched.transport(look).openings()).isGreaterThanOrEqualTo(3);
            assertThat(Watched.transport(look).beginnings()).isGreaterThanOrEqualTo(3);
            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
        }
    }

    @Test
    void startsAProgramAgainThatWasKilledAndEndsItWithTheFeed() throws Exception {
        String marker = "31415.92";
        try (Watched watched = new Watched("exec:cat '" + recording() + "'; sleep " + marker)) {
            watched.untilPackets(PACKETS / 2);
            theSleeper(marker).destroyForcibly();
            TsFrame look = watched.untilPackets(PACKETS + PACKETS / 2);

            assertThat(Watched.transport(look).openings()).isEqualTo(2);
        }
        assertThat(sleepers(marker)).isEmpty();
    }

    /** The shell starts it only after all packets are written, and those may still stand in the pipe. */
    private static ProcessHandle theSleeper(String marker) throws InterruptedException {
        java.util.List<ProcessHandle> found = sleepers(marker);
        for (int tries = 0; found.isEmpty() && tries < 600; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
            found = sleepers(marker);
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static java.util.List<ProcessHandle> sleepers(String marker) {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("sleep")
                        && String.join(" ", each.info().arguments().orElse(new String[0]))
                                .contains(marker))
                .toList();
    }

    @Test
    void readsAStreamOverHttp() throws Exception {
        HttpServer server = serving(Map.of("/live", Files.readAllBytes(recording())));
        try (Watched watched = new Watched(address(server, "/live"))) {
            TsFrame look = watched.untilPackets(PACKETS * 9 / 10);

            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsTheSegmentsOfAPlaylist() throws Exception {
        byte[] all = Files.readAllBytes(recording());
        int third = all.length / 3;
        String playlist =
                """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:1
                #EXT-X-MEDIA-SEQUENCE:0
                #EXTINF:1.0,
                0.ts
                #EXTINF:1.0,
                1.ts
                #EXTINF:1.0,
                2.ts
                #EXT-X-ENDLIST
                """;
        HttpServer server = serving(Map.of(
                "/list.m3u8", playlist.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "/0.ts", java.util.Arrays.copyOfRange(all, 0, third),
                "/1.ts", java.util.Arrays.copyOfRange(all, third, 2 * third),
                "/2.ts", java.util.Arrays.copyOfRange(all, 2 * third, all.length)));
        try (Watched watched = new Watched(address(server, "/list.m3u8"))) {
            TsFrame look = watched.untilPackets(PACKETS * 9 / 10);

            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
        } finally {
            server.stop(0);
        }
    }

    /** Three seconds. */
    private Path recording() throws Exception {
        Path file = folder.resolve("three-seconds.ts");
        if (!Files.exists(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new Packets().withClock(bytes::write, PACKETS);
            Files.write(file, bytes.toByteArray());
        }
        return file;
    }

    private static HttpServer serving(Map<String, byte[]> files) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        files.forEach((path, bytes) -> server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }));
        server.start();
        return server;
    }

    private static String address(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
