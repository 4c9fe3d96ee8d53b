package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programmes of shots of real clips and of music, and what is broadcast of them: late, coded anew, other content put in. */
public final class Spliced {
    public static final String SAME_SIZE = "scale=256:144,setsar=1,fps=25,format=yuv420p";

    private final Path folder;

    public Spliced(Path folder) {
        this.folder = folder;
    }

    /**
     * Where other content is put in.
     *
     * @param fromS where it begins, s
     * @param seconds how long it is
     * @param picture whether in place of the pictures
     * @param sound whether in place of the sound
     */
    public record Cut(double fromS, double seconds, boolean picture, boolean sound) {}

    /** A street and a film, a fractal, and music, put together by a graph that leads to [v] and [s]. */
    public Path programme(String graph) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (String file : List.of("video/bikes-street-640x272-10s.mp4", "video/bigbuckbunny-720p-5s.mp4")) {
            arguments.addAll(List.of("-i", Captures.file(file).toString()));
        }
        arguments.addAll(List.of("-f", "lavfi", "-i", "mandelbrot=s=256x144:r=25", "-i"));
        arguments.add(Captures.file("audio/music-kevin-macleod-vibe-ace.ogg").toString());
        return coded("programme.mp4", arguments, graph);
    }

    /** A picture that stands askew, and one in which dots live and die, each for so long; with other music. */
    public Path foreign(int seconds) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=256x144:r=25"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "life=s=256x144:mold=10:r=25:ratio=0.1:seed=3", "-i"));
        arguments.add(
                Captures.file("audio/music-karissa-hobbs-lets-go-fishin.ogg").toString());
        String each = "trim=0:" + seconds + ",fps=25,format=yuv420p";
        return coded(
                "foreign.mp4",
                arguments,
                "[0:v]rotate=0.3," + each + "[a];[1:v]" + each + "[b];[a][b]concat=n=2:v=1:a=0[v];[2:a]atrim=40:"
                        + (40 + 2 * seconds) + ",asetpts=N/SR/TB[s]");
    }

    private Path coded(String name, List<String> inputs, String graph) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(inputs);
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "[s]"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-c:a", "aac"));
        return made(name, arguments);
    }

    /**
     * What is broadcast.
     *
     * @param sources the programme, and what is put in
     * @param laterS how late, s
     * @param pictureFilter what its pictures go through
     */
    public Path air(String name, List<Path> sources, Cut cut, double laterS, String pictureFilter, List<String> coding)
            throws IOException, InterruptedException {
        String picture = cut.picture() ? spliced(cut, "v", "trim", "setpts", ":v=1:a=0") : "[0:v]null";
        String sound = cut.sound() ? spliced(cut, "a", "atrim", "asetpts", ":v=0:a=1") : "[0:a]anull";
        String graph = picture + ',' + pictureFilter + ",tpad=start_duration=" + laterS + "[v];" + sound + ",adelay="
                + Math.round(laterS * 1000) + ":all=1[s]";
        List<String> arguments = new ArrayList<>();
        sources.forEach(source -> arguments.addAll(List.of("-i", source.toString())));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "[s]"));
        arguments.addAll(coding);
        return made(name, arguments);
    }

    /** The same transport stream with another number of its service, under the name of that. */
    Path numbered(Path stream, int service) throws IOException, InterruptedException {
        String number = Integer.toString(service);
        return made(number + ".ts", List.of("-i", stream.toString(), "-c", "copy", "-mpegts_service_id", number));
    }

    /** The programme up to the insertion, the foreign part, and what would have come behind it. */
    private static String spliced(Cut cut, String kind, String trim, String setpts, String outputs) {
        String anew = setpts + "=PTS-STARTPTS";
        String before = "[0:" + kind + ']' + trim + "=0:" + cut.fromS() + ',' + anew + "[before" + kind + "];";
        String foreign = "[1:" + kind + ']' + trim + "=0:" + cut.seconds() + ',' + anew + "[foreign" + kind + "];";
        String after = "[0:" + kind + ']' + trim + "=start=" + (cut.fromS() + cut.seconds()) + ',' + anew + "[after"
                + kind + "];";
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
