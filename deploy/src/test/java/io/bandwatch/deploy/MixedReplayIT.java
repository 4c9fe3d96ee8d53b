package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bands and transport streams in one replay, sound and unsound. */
class MixedReplayIT {
    @TempDir
    Path folder;

    @Test
    void aBandAndAStreamGiveTheSameBytesTwice() throws IOException {
        String band = Recordings.bareCarrier(folder, 3).toString();
        String stream = Captures.file("ts/scte35-80s-with-ad.ts").toString();
        Replay first = Replay.of("replay", "--format", "jsonl", "--every", "1s", band, stream);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.records("carrier")).isNotEmpty();
        assertThat(first.records("ts")).hasSize(1);
        assertThat(first.records("splice")).isNotEmpty();
        assertThat(first.records("summary").get(0).path("recordings").asInt()).isEqualTo(2);
        assertThat(typesButIntervals(first))
                .containsExactly("splice", "ts", "service", "carrier", "insertion", "incident", "summary");

        Replay second = Replay.of("replay", "--format", "jsonl", "--every", "1s", band, stream);
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void whatIsNoStreamIsLeftOutAndTheOthersGoOn() throws IOException {
        byte[] whole = Files.readAllBytes(Captures.file("ts/scte35-short.ts"));
        Path truncated = Files.write(folder.resolve("truncated.ts"), Arrays.copyOf(whole, whole.length - 100));
        byte[] noise = new byte[1 << 16];
        new SplittableRandom(3).nextBytes(noise);
        Path junk = Files.write(folder.resolve("junk.ts"), noise);
        Path oneByte = Files.write(folder.resolve("one.ts"), new byte[] {0x47});

        Replay replay =
                Replay.of("replay", "--format", "jsonl", junk.toString(), oneByte.toString(), truncated.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.records("ts")).singleElement().satisfies(stream -> {
            assertThat(stream.path("feed").asText()).isEqualTo("truncated");
            assertThat(stream.path("packets").asLong()).isEqualTo(whole.length / 188 - 1);
            assertThat(stream.path("lost_bytes").asLong()).isEqualTo(188 - 100);
        });
        JsonNode summary = replay.records("summary").get(0);
        assertThat(summary.path("bad_input").path("no_sync").asInt()).isEqualTo(2);
        assertThat(replay.err()).contains("left out: " + junk, "left out: " + oneByte);
        assertThat(Replay.of("replay", junk.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void aServiceThatTheRegisterDoesNotHaveIsTold() throws IOException {
        Path register = Files.writeString(
                folder.resolve("services.csv"), "transport_stream_id,service_id,name\n,3401,Rai 1\n,3402,Rai 2\n");
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--services",
                register.toString(),
                Captures.file("ts/dvbt-italy-rai-full-mux.ts").toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.records("service"))
                .filteredOn(service -> service.path("verdict").asText().equals("licensed"))
                .extracting(service -> service.path("service_id").asInt())
                .containsExactly(3401, 3402);
        assertThat(replay.records("service"))
                .filteredOn(service -> service.path("verdict").asText().equals("unlicensed"))
                .extracting(service -> service.path("name").asText())
                .contains("Rai Radio1");
        JsonNode summary = replay.records("summary").get(0);
        assertThat(summary.path("services_register").path("file").asText()).isEqualTo("services.csv");
        assertThat(summary.path("notes").findValuesAsText("code")).doesNotContain("no-register");
    }

    @Test
    void tableAndPageShowTheStreamAndItsServices() {
        String stream = Captures.file("ts/dvbt-italy-rai-full-mux.ts").toString();
        Replay table = Replay.of("replay", stream);
        assertThat(table.out()).contains("Rai 1", "Rai Radio1").doesNotContain("No carrier was found");
        Replay page = Replay.of("replay", "--format", "html", "--lang", "zh-CN", stream);
        assertThat(page.exitCode()).as(page.err()).isZero();
        assertThat(page.out()).contains("传送流", "Rai 1");
    }

    private static List<String> typesButIntervals(Replay replay) {
        return replay.out()
                .lines()
                .filter(line -> !line.contains("\"interval\":true"))
                .map(line -> line.split("\"", 5)[3])
                .distinct()
                .toList();
    }
}
