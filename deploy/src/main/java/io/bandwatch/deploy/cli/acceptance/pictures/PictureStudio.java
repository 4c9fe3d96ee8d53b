package io.bandwatch.deploy.cli.acceptance.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes programmes of shots, with music, and what comes on air of them. */
final class PictureStudio {
    private static final String FORMAT = "scale=320:180,setsar=1,fps=25,format=yuv420p";

    private final List<Path> clips;
    private final List<Path> music;
    private final Path folder;

    /**
     * A studio.
     *
     * @param captures folder with the folders {@code video} and {@code audio}
     * @param folder receives what it makes
     */
    PictureStudio(Path captures, Path folder) throws IOException {
        this.clips = files(captures.resolve("video"), "");
        this.music = files(captures.resolve("audio"), "music-");
        this.folder = folder;
    }

    /** Whether there are clips and music to make programmes of. */
    boolean isPossible() {
        return !clips.isEmpty() && music.size() > 1;
    }

    private static List<Path> files(Path folder, String beginning) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }

    /** Shots for a programme, of which none is like what another shows at the same time. */
    List<Shot> shots(List<Shot> besides, SplittableRandom random) {
        return Shot.any(clips, besides, random);
    }

    /**
     * Makes a programme.
     *
     * @param tune which music it has; as many as there are
     * @param shots of its pictures
     */
    Path programme(String name, int tune, List<Shot> shots) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        StringBuilder graph = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        int count = 0;
        for (Shot shot : shots) {
            arguments.addAll(shot.input());
            graph.append(String.format(
                    Locale.ROOT, "[%d:v]%s%s,setpts=PTS-STARTPTS[s%d];", count, shot.filter(), FORMAT, count));
            labels.append("[s").append(count).append(']');
            count++;
        }
        arguments.addAll(List.of(
                "-stream_loop", "-1", "-i", music.get(tune % music.size()).toString()));
        String seconds = Integer.toString(Broadcast.SECONDS);
        arguments.addAll(List.of("-filter_complex", graph + "" + labels + "concat=n=" + count + "[v]"));
        arguments.addAll(List.of("-map", "[v]", "-map", count + ":a", "-t", seconds));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-c:a", "aac"));
        return made(name, arguments);
    }

    /** What comes on air of a programme, parts of another inserted at the same seconds. */
    Path onAir(Broadcast air, Path programme, Path foreign) throws IOException, InterruptedException {
        String picture = air.replaced().picture() ? spliced(air, "v", "") : "[0:v]null";
        String sound = air.replaced().sound() ? spliced(air, "a", "a") : "[0:a]anull";
        String graph = String.format(
                Locale.ROOT,
                "%s,%s,tpad=start_duration=%.2f[v];%s,adelay=%d:all=1[a]",
                picture,
                air.way().filter(),
                air.laterS(),
                sound,
                Math.round(air.laterS() * 1000));
        List<String> arguments = new ArrayList<>(List.of("-i", programme.toString(), "-i", foreign.toString()));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "[a]"));
        arguments.addAll(air.way().coding());
        return made(air.name(), arguments);
    }

    private static String spliced(Broadcast air, String kind, String prefix) {
        StringBuilder graph = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        double reachedS = 0;
        int count = 0;
        for (Broadcast.Insertion insertion : air.insertions()) {
            for (int file = 0; file < 2; file++) {
                double fromS = file == 0 ? reachedS : insertion.fromS();
                double toS = file == 0 ? insertion.fromS() : insertion.toS();
                part(graph, parts, new Part(file, kind, prefix, fromS, toS, count++));
            }
            reachedS = insertion.toS();
        }
        part(graph, parts, new Part(0, kind, prefix, reachedS, Broadcast.SECONDS, count++));
        String tracks = kind.equals("v") ? ":v=1:a=0" : ":v=0:a=1";
        return graph + "" + parts + "concat=n=" + count + tracks;
    }

    private record Part(int file, String kind, String prefix, double fromS, double toS, int number) {}

    private static void part(StringBuilder graph, StringBuilder parts, Part part) {
        graph.append(String.format(
                Locale.ROOT,
                "[%d:%s]%strim=%.2f:%.2f,%ssetpts=PTS-STARTPTS[%s%d];",
                part.file(),
                part.kind(),
                part.prefix(),
                part.fromS(),
                part.toS(),
                part.prefix(),
                part.kind(),
                part.number()));
        parts.append('[').append(part.kind()).append(part.number()).append(']');
    }

    private Path made(String name, List<String> arguments) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".mp4");
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        command.add(file.toString());
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("ffmpeg did not make " + name + ": " + Files.readString(log));
        }
        return file;
    }
}
