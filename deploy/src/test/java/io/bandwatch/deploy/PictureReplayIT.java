package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.Spliced.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures with eight seconds of other pictures in them, with and without the sound replaced as well, coded anew, in another size,
 * with a logo, cropped: compared with what should have been on air.
 */
class PictureReplayIT {
    private static final double LATER_S = 2.6;
    private static final double FROM_S = 15;
    private static final double SECONDS = 8;

    private static final String LOGO = "drawbox=x=iw*0.82:y=ih*0.06:w=iw*0.12:h=ih*0.12:t=fill:color=white";

    /** A street, a film, the street mirrored, the film mirrored, a fractal; with music. */
    private static final String PROGRAMME = "[0:v]" + Spliced.SAME_SIZE + ",split[a][b];[1:v]" + Spliced.SAME_SIZE
            + ",split[c][d];[b]hflip[e];[d]hflip[f];[2:v]trim=0:6," + Spliced.SAME_SIZE
            + "[g];[a][c][e][f][g]concat=n=5:v=1:a=0[v];[3:a]atrim=20:56,asetpts=N/SR/TB[s]";

    @TempDir
    Path folder;

    @Test
    void whatDiffersInPictureInSoundOrInBothIsToldAsSuch() throws Exception {
        Spliced spliced = new Spliced(folder);
        Path programme = spliced.programme(PROGRAMME);
        List<Path> sources = List.of(programme, spliced.foreign(4));
        List<String> coarse = List.of("-c:v", "mpeg4", "-b:v", "250k", "-c:a", "aac", "-b:a", "48k");
        List<String> fine = List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "26", "-c:a", "aac");
        Path picture = spliced.air("picture.mp4", sources, cut(true, false), LATER_S, "scale=176:144," + LOGO, coarse);
        Path both = spliced.air(
                "both.mp4", sources, cut(true, true), LATER_S, "crop=iw*0.95:ih*0.95,scale=320:180," + LOGO, fine);
        Path sound =
                spliced.air("sound.mp4", sources, cut(false, true), LATER_S, "eq=contrast=1.2:brightness=0.05", coarse);
        Path clean = spliced.air(
                "clean.mp4", sources, cut(false, false), LATER_S, "crop=iw*0.95:ih*0.95,scale=176:144," + LOGO, coarse);

        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--reference",
                programme.toString(),
                picture.toString(),
                both.toString(),
                sound.toString(),
                clean.toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        expectInsertion(replay, "picture.mp4", "picture-differs");
        expectInsertion(replay, "both.mp4", "sound-and-picture-differ");
        expectInsertion(replay, "sound.mp4", "sound-differs");
        assertThat(inserted(replay, "clean.mp4")).isEmpty();
    }

    private static Cut cut(boolean picture, boolean sound) {
        return new Cut(FROM_S, SECONDS, picture, sound);
    }

    private static List<JsonNode> inserted(Replay replay, String feed) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals("inserted-content"))
                .filter(incident ->
                        incident.path("subject").path("feed").asText().equals(feed))
                .toList();
    }

    private static void expectInsertion(Replay replay, String feed, String where) throws IOException {
        List<JsonNode> incidents = inserted(replay, feed);
        assertThat(incidents).as(feed).hasSize(1);
        JsonNode incident = incidents.get(0);
        assertThat(incident.path("presences")).as(feed).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        assertThat(seconds(presence.path("from"))).as(feed).isCloseTo(LATER_S + FROM_S, within(1.0));
        assertThat(seconds(presence.path("to"))).as(feed).isCloseTo(LATER_S + FROM_S + SECONDS, within(1.0));
        assertThat(incident.path("reasons"))
                .as(feed)
                .extracting(reason -> reason.path("code").asText())
                .containsExactly("differs-from-reference", where);
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }
}
