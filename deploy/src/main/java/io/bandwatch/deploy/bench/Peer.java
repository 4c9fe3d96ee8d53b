package io.bandwatch.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another program that does comparable work.
 *
 * @param name what its figures are told under
 * @param debianPackage that it is in
 * @param command program and arguments; the file goes where {@value #FILE} stands
 */
public record Peer(String name, String debianPackage, List<String> command) {
    private static final String FILE = "FILE";
    private static final String PICTURE_FILTERS = "blackdetect,freezedetect";
    private static final String SOUND_FILTERS = "silencedetect,ebur128=peak=true";

    /** Counts packets. */
    static Peer tsreport() {
        return new Peer("tsreport -q", "tstools", List.of("tsreport", "-q", FILE));
    }

    /** Tells the time stamp of every access unit. */
    static Peer ffprobe() {
        return new Peer(
                "ffprobe -show_entries packet=pts",
                "ffmpeg",
                List.of("ffprobe", "-v", "error", "-show_entries", "packet=pts", "-of", "csv", FILE));
    }

    /** Takes the stream apart and drops it. */
    static Peer ffmpegCopy() {
        return new Peer(
                "ffmpeg -c copy -f null",
                "ffmpeg",
                List.of("ffmpeg", "-v", "error", "-i", FILE, "-map", "0", "-c", "copy", "-f", "null", "-"));
    }

    /** Makes Chromaprint's print of so much of a file; at its end Debian's says that it failed. */
    public static Peer fpcalc(int seconds) {
        String length = Integer.toString(seconds);
        return new Peer("fpcalc", "libchromaprint-tools", List.of("fpcalc", "-length", length, FILE));
    }

    /** Decodes pictures and sound and looks for black, stillness and silence, and measures loudness and true peak. */
    public static Peer ffmpegMonitoring() {
        return ffmpeg(
                "ffmpeg with " + PICTURE_FILTERS + "," + SOUND_FILTERS,
                List.of("-threads", "1", "-i", FILE, "-vf", PICTURE_FILTERS, "-af", SOUND_FILTERS));
    }

    /**
     * Goes through raw pictures.
     *
     * @param rounds how often
     * @param filtered whether it looks at them
     */
    public static Peer ffmpegRaw(int width, int height, int rounds, boolean filtered) {
        return ffmpeg(
                "ffmpeg on raw pictures",
                List.of(
                        "-stream_loop",
                        Integer.toString(rounds - 1),
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "yuv420p",
                        "-s",
                        width + "x" + height,
                        "-r",
                        "25",
                        "-i",
                        FILE,
                        "-vf",
                        filtered ? PICTURE_FILTERS : "null"));
    }

    /** Goes through raw sound in stereo, likewise. */
    public static Peer ffmpegRawSound(int rounds, boolean filtered) {
        return ffmpeg(
                "ffmpeg on raw sound",
                List.of(
                        "-stream_loop",
                        Integer.toString(rounds - 1),
                        "-f",
                        "f32le",
                        "-ar",
                        "48000",
                        "-ac",
                        "2",
                        "-i",
                        FILE,
                        "-af",
                        filtered ? SOUND_FILTERS : "anull"));
    }

    /** On one thread, what comes out dropped. */
    private static Peer ffmpeg(String name, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostats", "-nostdin", "-filter_threads", "1"));
        command.addAll(arguments);
        command.addAll(List.of("-f", "null", "-"));
        return new Peer(name, "ffmpeg", command);
    }

    /** Whether it is installed. */
    public boolean installed() throws IOException, InterruptedException {
        return shell("command -v \"$0\"", List.of(command.get(0))).isPresent();
    }

    /** Runs it over a file, what it writes dropped; user and system time of the process, s. */
    public double cpuS(Path file) throws IOException, InterruptedException {
        List<String> arguments = command.stream()
                .map(argument -> argument.equals(FILE) ? file.toString() : argument)
                .toList();
        // bash tells the times of a child to the millisecond, where the JVM knows hundredths of all its children
        String times = shell("TIMEFORMAT='%3U %3S'; time \"$0\" \"$@\" >/dev/null 2>&1", arguments)
                .orElseThrow(() -> new IOException(String.join(" ", arguments) + " failed"));
        String[] userAndSystem = times.strip().split(" ", 2);
        return Double.parseDouble(userAndSystem[0]) + Double.parseDouble(userAndSystem[1]);
    }

    /** What the shell wrote, if it ended well. */
    private static Optional<String> shell(String script, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("bash", "-c", script));
        all.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process bash = builder.start();
        bash.getOutputStream().close();
        String told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return bash.waitFor() == 0 ? Optional.of(told) : Optional.empty();
    }
}
