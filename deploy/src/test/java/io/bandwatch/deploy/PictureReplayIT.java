package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String SAME_SIZE = "scale=256:144,setsar=1,fps=25,format=yuv420p";
    private static final String LOGO = "drawbox=x=iw*0.82:y=ih*0.06:w=iw*0.12:h=ih*0.12:t=fill:color=white";

    /** A street, a film, the street mirrored, the film mirrored, a fractal; with music. */
    private static final String PROGRAMME = "[0:v]" + SAME_SIZE + ",split[a][b];[1:v]" + SAME_SIZE
            + ",split[c][d];[b]hflip[e];[d]hflip[f];[2:v]trim=0:6," + SAME_SIZE
            + "[g];[a][c][e][f][g]concat=n=5:v=1:a=0[v];[3:a]atrim=20:56,asetpts=N/SR/TB[s]";

    /** A picture that stands askew, and one in which dots live and die; with other music. */
    private static final String FOREIGN = "[0:v]rotate=0.3,trim=0:4,fps=25,format=yuv420p[a];[1:v]trim=0:4,fps=25,"
            + "format=yuv420p[b];[a][b]concat=n=2:v=1:a=0[v];[2:a]atrim=40:48,asetpts=N/SR/TB[s]";

    @TempDir
    Path folder;

    @Test
    void whatDiffersInPictureInSoundOrInBothIsToldAsSuch() throws Exception {
        Path programme = programme();
        Path foreign = foreign();
        List<String> coarse = List.of("-c:v", "mpeg4", "-b:v", "250k", "-c:a", "aac", "-b:a", "48k");
        List<String> fine = List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "26", "-c:a", "aac");
        Path picture = air("picture.mp4", programme, foreign, true, false, "scale=176:144," + LOGO, coarse);
        Path both = air("both.mp4", programme, foreign, true, true, "crop=iw*0.95:ih*0.95,scale=320:180," + LOGO, fine);
        Path sound = air("sound.mp4", programme, foreign, false, true, "eq=contrast=1.2:brightness=0.05", coarse);
        Path clean = air(
                "clean.mp4", programme, foreign, false, false, "crop=iw*0.95:ih*0.95,scale=176:144," + LOGO, coarse);

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

    private Path programme() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (String file : List.of("video/bikes-street-640x272-10s.mp4", "video/bigbuckbunny-720p-5s.mp4")) {
            arguments.addAll(List.of("-i", Captures.file(file).toString()));
        }
        arguments.addAll(List.of("-f", "lavfi", "-i", "mandelbrot=s=256x144:r=25", "-i"));
        arguments.add(Captures.file("audio/music-kevin-macleod-vibe-ace.ogg").toString());
        arguments.addAll(List.of("-filter_complex", PROGRAMME, "-map", "[v]", "-map", "[s]"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-c:a", "aac"));
        return made("programme.mp4", arguments);
    }

    private Path foreign() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=256x144:r=25"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "life=s=256x144:mold=10:r=25:ratio=0.1:seed=3", "-i"));
        arguments.add(
                Captures.file("audio/music-karissa-hobbs-lets-go-fishin.ogg").toString());
        arguments.addAll(List.of("-filter_complex", FOREIGN, "-map", "[v]", "-map", "[s]"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-c:a", "aac"));
        return made("foreign.mp4", arguments);
    }

    private Path air(
            String name,
            Path programme,
            Path foreign,
            boolean pictureReplaced,
            boolean soundReplaced,
            String pictureFilter,
            List<String> coding)
            throws IOException, InterruptedException {
        String picture = pictureReplaced ? spliced("v", "trim", "setpts=PTS-STARTPTS", ":v=1:a=0") : "[0:v]null";
        String sound = soundReplaced ? spliced("a", "atrim", "asetpts=PTS-STARTPTS", ":v=0:a=1") : "[0:a]anull";
        String graph = picture + ',' + pictureFilter + ",tpad=start_duration=" + LATER_S + "[picture];" + sound
                + ",adelay=" + Math.round(LATER_S * 1000) + ":all=1[sound]";
        List<String> arguments = new ArrayList<>(List.of("-i", programme.toString(), "-i", foreign.toString()));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[picture]", "-map", "[sound]"));
        arguments.addAll(coding);
        return made(name, arguments);
    }

    /** The programme up to the insertion, the foreign part, and what would have come behind it. */
    private static String spliced(String kind, String trim, String anew, String outputs) {
        String before = "[0:" + kind + ']' + trim + "=0:" + FROM_S + ',' + anew + "[before" + kind + "];";
        String foreign = "[1:" + kind + ']' + trim + "=0:" + SECONDS + ',' + anew + "[foreign" + kind + "];";
        String after = "[0:" + kind + ']' + trim + "=start=" + (FROM_S + SECONDS) + ',' + anew + "[after" + kind + "];";
        return before + foreign + after + "[before" + kind + "][foreign" + kind + "][after" + kind + "]concat=n=3"
                + outputs;
    }

    private Path made(String name, List<String> arguments) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", name).isZero();
        return file;
    }
}
