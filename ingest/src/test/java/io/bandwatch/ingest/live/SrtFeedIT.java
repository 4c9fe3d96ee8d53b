package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.TsFrame;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SRT from FFmpeg, which sends in real time, to the child that receives it. */
class SrtFeedIT {
    /** About a second of what FFmpeg sends. */
    private static final int PACKETS = 1500;

    private @Nullable Process sender;

    @AfterEach
    void endSender() throws InterruptedException {
        if (sender != null) {
            List<ProcessHandle> all = sender.descendants().toList();
            sender.destroy();
            all.forEach(ProcessHandle::destroy);
            sender.waitFor();
        }
    }

    @Test
    void callsASenderAndCallsAgainWhenItWasGone() throws Exception {
        int port = freePort();
        sender = send("srt://127.0.0.1:" + port + "?mode=listener");
        try (Watched watched = new Watched("srt://127.0.0.1:" + port)) {
            TsFrame look = watched.untilPackets(PACKETS);
            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
            assertThat(Watched.transport(look).beginnings()).isEqualTo(1);

            endSender();
            sender = send("srt://127.0.0.1:" + port + "?mode=listener");
            TsFrame again = watched.untilPackets(look.input().samples() + PACKETS);
            assertThat(Watched.stream(again).counts().continuityErrors()).isZero();
            assertThat(Watched.transport(again).beginnings()).isGreaterThan(1);
        }
    }

    @Test
    void isCalledByASenderThatKnowsThePassphrase(@TempDir Path folder) throws Exception {
        int port = freePort();
        String secret = "passphrase=correct.horse.battery&pbkeylen=16";
        Path key = Files.writeString(folder.resolve("key"), "correct.horse.battery\n");
        try (Watched watched =
                new Watched("srt://127.0.0.1:" + port + "?mode=listener&pbkeylen=16&passphrase={file:" + key + "}")) {
            sender = sendUntilHeard("srt://127.0.0.1:" + port + "?mode=caller&" + secret);
            TsFrame look = watched.untilPackets(PACKETS);

            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
            List<String> receivers = ProcessHandle.current()
                    .descendants()
                    .map(SrtFeedIT::arguments)
                    .filter(each -> each.contains("StreamChild"))
                    .toList();
            assertThat(receivers).hasSize(1).noneMatch(each -> each.contains("horse"));
        }
    }

    /** What every user of the machine can see of a process. */
    private static String arguments(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** A caller gives up where nobody listens yet. */
    private static Process sendUntilHeard(String address) throws IOException {
        return new ProcessBuilder(shell(command(address)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private static List<String> shell(List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", "until \"$@\"; do sleep 0.2; done", "sh"));
        all.addAll(command);
        return all;
    }

    private static Process send(String address) throws IOException {
        return new ProcessBuilder(command(address))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private static List<String> command(String address) {
        return List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=25:duration=60",
                "-c:v",
                "mpeg2video",
                "-muxrate",
                "2200k",
                "-f",
                "mpegts",
                address + "&pkt_size=1316");
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
