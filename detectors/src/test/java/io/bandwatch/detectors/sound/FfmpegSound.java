package io.bandwatch.detectors.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Real sound, decoded by ffmpeg, and what its filters say of it. */
public record FfmpegSound(float[] samples, int rateHz, int channels, String log) {
    private static final String FILTERS =
            "silencedetect=n=-60dB:d=0.5,ebur128=metadata=1:dualmono=true:peak=true,ametadata=print";

    /** A clip of the captures; the test reports itself skipped without it. */
    static FfmpegSound of(String name, int rateHz, int channels) throws IOException, InterruptedException {
        return of(List.of("-t", "30", "-i", file(name).toString(), "-map", "0:a:0"), rateHz, channels);
    }

    /** The same in one channel and at any rate; nothing is asked of it. */
    public static FfmpegSound mixed(String name, int rateHz) throws IOException, InterruptedException {
        List<String> decoding = List.of(
                "-t",
                "30",
                "-i",
                file(name).toString(),
                "-map",
                "0:a:0",
                "-ac",
                "1",
                "-ar",
                Integer.toString(rateHz),
                "-f",
                "f32le",
                "-");
        return new FfmpegSound(samples(run(decoding, null)), rateHz, 1, "");
    }

    private static Path file(String name) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."))
                        .toAbsolutePath()
                        .resolve("../shared/captures")
                        .normalize()
                : Path.of(named);
        Path file = folder.resolve("audio").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no clip " + file);
        return file;
    }

    static FfmpegSound of(List<String> input, int rateHz, int channels) throws IOException, InterruptedException {
        List<String> decoding = new ArrayList<>(input);
        decoding.addAll(List.of("-f", "f32le", "-"));
        List<String> measuring = new ArrayList<>(input);
        measuring.addAll(List.of("-af", FILTERS, "-f", "null", "-"));
        byte[] bytes = run(decoding, null);
        Path log = Files.createTempFile("ffmpeg", ".log");
        try {
            run(measuring, log);
            return new FfmpegSound(samples(bytes), rateHz, channels, Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    private static float[] samples(byte[] bytes) {
        float[] samples = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    /** Its samples after a filter or a coder, at the same rate. */
    public float[] sent(List<String> way) throws IOException, InterruptedException {
        List<String> raw = List.of("-f", "f32le", "-ar", Integer.toString(rateHz), "-ac", Integer.toString(channels));
        Path before = Files.createTempFile("before", ".raw");
        Path after = Files.createTempFile("after", "");
        try {
            ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(samples);
            Files.write(before, bytes.array());
            List<String> coding = new ArrayList<>(List.of("-y"));
            coding.addAll(raw);
            coding.addAll(List.of("-i", before.toString()));
            coding.addAll(way);
            boolean filtered = way.get(0).equals("-af");
            if (filtered) {
                coding.addAll(raw);
            }
            coding.add(after.toString());
            run(coding, null);
            List<String> decoding = new ArrayList<>(filtered ? raw : List.of());
            decoding.addAll(List.of("-i", after.toString()));
            decoding.addAll(raw);
            decoding.add("-");
            return samples(run(decoding, null));
        } finally {
            Files.delete(before);
            Files.delete(after);
        }
    }

    private static byte[] run(List<String> arguments, @Nullable Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-nostats", "-hide_banner"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log.toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Assumptions.abort("no ffmpeg on this machine: " + e.getMessage());
        }
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readAllBytes();
            process.waitFor();
            return bytes;
        }
    }

    /** The programme as ours hears it. */
    PcmProgramme heard() {
        return new PcmProgramme(rateHz, channels).hear(samples);
    }

    /** Numbers behind a word of its log, in order; NaN where it says so. */
    List<Double> numbers(String regex) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex + "\\s*(-?(?:[0-9.]+|nan|inf))").matcher(log);
        while (matcher.find()) {
            String word = matcher.group(1);
            numbers.add(
                    word.endsWith("nan")
                            ? Double.NaN
                            : word.endsWith("inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(word));
        }
        return numbers;
    }
}
