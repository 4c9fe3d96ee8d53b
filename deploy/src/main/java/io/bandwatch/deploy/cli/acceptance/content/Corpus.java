package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hours of music and speech, built out of Debian's packages by {@code samples/corpus/build}, and the few minutes of the
 * captures, one after the other; 48 kHz, one channel.
 *
 * @param hours files of each
 * @param others files of hours of other packages, which hold no sound of the first
 */
public record Corpus(List<List<Path>> hours, List<Path> others) {
    /** Rate of all sounds, Hz. */
    public static final int RATE_HZ = 48_000;

    /** Five minutes. */
    private static final int SPEECH = 300 * RATE_HZ;

    private static final int BLOCK_BYTES = 1 << 16;

    /** The corpus of this checkout, built when it is not there yet. */
    public static Corpus built(Path root) throws IOException, InterruptedException {
        Path folder = root.resolve(".bandwatch/corpus");
        Process build = new ProcessBuilder(root.resolve("samples/corpus/build").toString(), folder.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        if (build.waitFor() != 0) {
            throw new CheckImpossibleException("samples/corpus/build " + folder
                    + " did not build the sounds; what it says above names the remedy");
        }
        return new Corpus(
                Stream.concat(named(folder, "programme").stream().map(List::of), Stream.of(captures(root)))
                        .filter(sounds -> !sounds.isEmpty())
                        .toList(),
                named(folder, "other"));
    }

    private static List<Path> named(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-\\d+\\.flac"))
                    .sorted()
                    .toList();
        }
    }

    /** Beside the checkout, or where BANDWATCH_CAPTURES says; none where there are none. */
    private static List<Path> captures(Path root) throws IOException {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null || named.isBlank()
                ? root.toAbsolutePath().resolve("../shared/captures").normalize()
                : Path.of(named);
        if (!Files.isDirectory(folder.resolve("audio"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("audio"))) {
            return files.filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** An hour, counted from 0 and round. */
    public short[] hour(int number) throws IOException {
        short[] hour = {};
        for (Path file : hours.get(number % hours.size())) {
            short[] samples = decoded(file);
            short[] joined = Arrays.copyOf(hour, hour.length + samples.length);
            System.arraycopy(samples, 0, joined, hour.length, samples.length);
            hour = joined;
        }
        return hour;
    }

    /** Some minutes of one voice, of the corpus of this checkout. */
    public static short[] speech(Path root) throws IOException {
        List<Path> sounds;
        try (Stream<Path> files = Files.walk(root.resolve(".bandwatch/corpus/unpacked/asterisk-core-sounds-en-wav"))) {
            sounds = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
        short[] all = {};
        for (int i = 0; i < sounds.size() && all.length < SPEECH; i++) {
            short[] samples = decoded(sounds.get(i));
            short[] joined = Arrays.copyOf(all, all.length + samples.length);
            System.arraycopy(samples, 0, joined, all.length, samples.length);
            all = joined;
        }
        return all;
    }

    /** All samples of a file, or of what a codec makes of it. */
    public static short[] decoded(Path file) throws IOException {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-i",
                        file.toString(),
                        "-ac",
                        "1",
                        "-ar",
                        "48000",
                        "-f",
                        "s16le",
                        "-")
                .redirectError(Redirect.DISCARD)
                .start();
        short[] samples = new short[1 << 20];
        int count = 0;
        try (InputStream in = new BufferedInputStream(ffmpeg.getInputStream())) {
            byte[] block = new byte[BLOCK_BYTES];
            for (int got = in.readNBytes(block, 0, BLOCK_BYTES); got > 1; got = in.readNBytes(block, 0, BLOCK_BYTES)) {
                if (count + got / 2 > samples.length) {
                    samples = Arrays.copyOf(samples, samples.length * 2);
                }
                ByteBuffer.wrap(block, 0, got)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(samples, count, got / 2);
                count += got / 2;
            }
        }
        return Arrays.copyOf(samples, count);
    }
}
