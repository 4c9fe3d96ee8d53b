package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.Spliced.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services that carry one programme by the register, in transport streams and a file, coded and late as each likes: 20 s of other
 * pictures in one of them, with and without the sound replaced as well, through the whole job.
 */
class PeerPicturesReplayIT {
    private static final double FROM_S = 16;
    private static final double SECONDS = 20;
    private static final double EARLY_S = 1.2;
    private static final double LATE_S = 2.6;
    private static final double LATEST_S = 4.4;

    private static final String LOGO = "drawbox=x=iw*0.82:y=ih*0.06:w=iw*0.12:h=ih*0.12:t=fill:color=white";

    /** A street, a film, both mirrored, a fractal, and both upside down; with music. */
    private static final String PROGRAMME = "[0:v]" + Spliced.SAME_SIZE + ",split=3[a][b][x];[1:v]" + Spliced.SAME_SIZE
            + ",split=3[c][d][y];[b]hflip[e];[d]hflip[f];[2:v]trim=0:5," + Spliced.SAME_SIZE
            + "[g];[x]vflip[h];[y]vflip[i];[a][c][e][f][g][h][i]concat=n=7:v=1:a=0[v];"
            + "[3:a]atrim=5:55,asetpts=N/SR/TB[s]";

    private static final List<String> MPEG2 =
            List.of("-c:v", "mpeg2video", "-b:v", "1M", "-c:a", "mp2", "-b:a", "128k", "-mpegts_service_id", "101");

    private static final List<String> H264 =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "26", "-c:a", "aac");

    private static final String REGISTER =
            """
            service_id,name,programme
            101,,news
            102,,news
            1,,news
            201,,sport
            202,,sport
            """;

    @TempDir
    Path folder;

    @Test
    void theServiceThatHasOtherPicturesIsNamedAndOfTwoNobodyIs() throws Exception {
        Spliced spliced = new Spliced(folder);
        List<Path> sources = List.of(spliced.programme(PROGRAMME), spliced.foreign(10));
        Path small = spliced.air("101.ts", sources, cut(false, false), EARLY_S, "scale=352:288", MPEG2);
        Path file = spliced.air(
                "file.mp4", sources, cut(false, false), 3.1, "crop=iw*0.95:ih*0.95,scale=176:144", coarse());
        Path picture = spliced.air("picture.ts", sources, cut(true, false), LATE_S, "scale=320:180," + LOGO, H264);
        Path both = spliced.air("both.ts", sources, cut(true, true), LATEST_S, "scale=176:144", H264);

        Replay replay = replayed(List.of(
                small,
                spliced.numbered(picture, 102),
                file,
                spliced.numbered(small, 201),
                spliced.numbered(both, 202)));

        assertThat(told(replay))
                .extracting(incident -> incident.path("kind").asText()
                        + ' '
                        + incident.path("subject").path("service_id").asInt())
                .containsExactlyInAnyOrder("inserted-content 102", "programme-mismatch 201");
        expect(replay, 102, LATE_S, "differs-from-most", "picture-differs");
        expect(replay, 201, EARLY_S, "differs-from-other", "sound-and-picture-differ");
    }

    private static Cut cut(boolean picture, boolean sound) {
        return new Cut(FROM_S, SECONDS, picture, sound);
    }

    private static List<String> coarse() {
        return List.of("-c:v", "mpeg4", "-b:v", "250k", "-c:a", "aac", "-b:a", "48k");
    }

    private Replay replayed(List<Path> feeds) throws IOException {
        Path register = Files.writeString(folder.resolve("services.csv"), REGISTER);
        List<String> arguments = new ArrayList<>(
                List.of("replay", "--format", "jsonl", "--decode", "all", "--services", register.toString()));
        feeds.forEach(feed -> arguments.add(feed.toString()));
        Replay replay = Replay.of(arguments.toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return replay;
    }

    private static List<JsonNode> told(Replay replay) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> List.of("inserted-content", "programme-mismatch")
                        .contains(incident.path("kind").asText()))
                .toList();
    }

    private static void expect(Replay replay, int service, double lateS, String from, String where) throws IOException {
        JsonNode incident = told(replay).stream()
                .filter(one -> one.path("subject").path("service_id").asInt() == service)
                .findFirst()
                .orElseThrow();
        assertThat(incident.path("presences")).as("%d", service).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        assertThat(seconds(presence.path("from"))).as("%d", service).isCloseTo(lateS + FROM_S, within(1.0));
        assertThat(seconds(presence.path("to"))).as("%d", service).isCloseTo(lateS + FROM_S + SECONDS, within(1.0));
        assertThat(incident.path("reasons"))
                .as("%d", service)
                .extracting(reason -> reason.path("code").asText())
                .containsExactly(from, where);
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }
}
