package io.bandwatch.dsp.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Pictures and sound that ffmpeg makes or decodes, and what its own filters say of them in the same run. */
public final class Ffmpeg {
    private Ffmpeg() {}

    /** A stretch of time, s; {@code to} is infinite where it had not ended. */
    public record Span(double fromS, double toS) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f..%.2f", fromS, toS);
        }
    }

    /** What a run put out, and what it said. */
    public record Output(byte[] bytes, String log) {
        /** Numbers behind a word, in order. */
        public List<Double> numbers(String regex) {
            List<Double> numbers = new ArrayList<>();
            Matcher matcher = Pattern.compile(regex).matcher(log);
            while (matcher.find()) {
                numbers.add(Double.parseDouble(matcher.group(1)));
            }
            return numbers;
        }

        /** Stretches between the numbers behind two words. */
        public List<Span> spans(String begin, String end) {
            List<Double> from = numbers(begin);
            List<Double> to = numbers(end);
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < from.size(); i++) {
                spans.add(new Span(from.get(i), i < to.size() ? to.get(i) : Double.POSITIVE_INFINITY));
            }
            return spans;
        }
    }

    /** Runs it; the test reports itself skipped where there is none. */
    public static Output run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-nostats", "-hide_banner"));
        command.addAll(List.of("-threads", "1", "-filter_threads", "1"));
        command.addAll(arguments);
        Path log = Files.createTempFile("ffmpeg", ".log");
        try {
            Process process = start(command, log);
            byte[] bytes;
            try (InputStream out = process.getInputStream()) {
                bytes = out.readAllBytes();
            }
            process.waitFor();
            return new Output(bytes, Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    private static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            return Assumptions.abort("no ffmpeg on this machine: " + e.getMessage());
        }
    }
}
