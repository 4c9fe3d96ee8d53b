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
record Peer(String name, String debianPackage, List<String> command) {
    private static final String FILE = "FILE";

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
    static Peer fpcalc(int seconds) {
        String length = Integer.toString(seconds);
        return new Peer("fpcalc", "libchromaprint-tools", List.of("fpcalc", "-length", length, FILE));
    }

    /** Whether it is installed. */
    boolean installed() throws IOException, InterruptedException {
        return shell("command -v \"$0\"", List.of(command.get(0))).isPresent();
    }

    /** Runs it over a file, what it writes dropped; user and system time of the process, s. */
    double cpuS(Path file) throws IOException, InterruptedException {
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
