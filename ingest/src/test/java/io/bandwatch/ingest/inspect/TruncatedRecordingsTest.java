package io.bandwatch.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.frames.Containers;
import io.bandwatch.ingest.frames.FrameReader;
import io.bandwatch.ingest.frames.FrameReaders;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A recording of each kind, cut off after each of its first thousand bytes, each of its last hundred, and here and there
 * between: it is refused with one line, or read to its end with the damage counted. There is no third way.
 */
class TruncatedRecordingsTest {
    private static final int SAMPLES = Containers.RATE / 5;
    private static final int HEAD = 1000;
    private static final int TAIL = 100;
    private static final int STRIDE = 4099;

    @TempDir
    Path folder;

    static Stream<Arguments> recordings() throws IOException {
        byte[] shorts = Containers.noise(SampleFormat.CS16, SAMPLES);
        byte[] wav = Containers.wav("RIFF", Containers.fmt(0xfffe, 1, 16), new byte[0], shorts, shorts.length);
        byte[] tar = Containers.archive(Containers.sigmfMeta("ci16_le"), shorts, true);
        byte[] sweep = sweep();
        return Stream.of(
                Arguments.of("cut-98MHz-240kSps.cs16", shorts, Damage.UNTOLD),
                Arguments.of("cut-98MHz-240kSps.cs16.gz", shorts, Damage.TOLD),
                Arguments.of("cut-98MHz-240kSps.cs16.xz", shorts, Damage.TOLD),
                Arguments.of("cut-98MHz-240kSps.cs16.zst", shorts, Damage.TOLD),
                Arguments.of("cut-98MHz.wav", wav, Damage.TOLD),
                Arguments.of("cut-98MHz.wav.gz", wav, Damage.OF_SAMPLES),
                Arguments.of("cut.sigmf", tar, Damage.OF_SAMPLES),
                Arguments.of("cut.csv", sweep, Damage.UNTOLD),
                Arguments.of("cut.csv.xz", sweep, Damage.TOLD));
    }

    /** Whether the file itself tells that something is missing. */
    enum Damage {
        /** A raw file or a text does not know how long it should be. */
        UNTOLD,
        /** What follows the last promised sample is not read. */
        OF_SAMPLES,
        TOLD
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void isRefusedOrReadWithItsDamageCounted(String name, byte[] content, Damage damage) throws Exception {
        byte[] whole = Files.readAllBytes(Containers.write(folder.resolve(name), content));
        int refused = 0;
        int read = 0;
        for (int length : lengths(whole.length)) {
            Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
            try {
                Recording recording =
                        new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("feed", file.toString()));
                InputAccount account = readToTheEnd(recording);
                boolean samplesMissing = account.samples() < SAMPLES;
                if (damage == Damage.TOLD || (damage == Damage.OF_SAMPLES && samplesMissing)) {
                    assertThat(account.truncatedStreams())
                            .as("%d bytes of %s", length, name)
                            .isEqualTo(1);
                }
                read++;
            } catch (UnusableRecordingException refusal) {
                assertThat(refusal.getMessage())
                        .as("%d bytes of %s", length, name)
                        .startsWith(file + ": ")
                        .doesNotContain("\n")
                        .contains(";");
                refused++;
            }
        }
        assertThat(refused).as("too little is refused").isPositive();
        assertThat(read).as("enough is read").isPositive();
    }

    private static int[] lengths(int whole) {
        return IntStream.range(0, whole)
                .filter(length -> length < HEAD || length >= whole - TAIL || length % STRIDE == 0)
                .toArray();
    }

    private static InputAccount readToTheEnd(Recording recording) throws IOException {
        try (FrameReader reader =
                FrameReaders.open(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY)) {
            MeasuredFrame last = Objects.requireNonNull(reader.next(), "an end is told");
            for (MeasuredFrame next = last; next != null; next = reader.next()) {
                last = next;
            }
            assertThat(last.frame().kind()).isEqualTo(FrameKind.ENDED);
            return last.frame().input();
        }
    }

    private static byte[] sweep() {
        StringBuilder csv = new StringBuilder();
        for (int second = 0; second < 4; second++) {
            for (int hop = 0; hop < 3; hop++) {
                csv.append("2026-03-01, 20:00:0" + second + ", " + (95_000_000 + hop * 1_000_000) + ", "
                        + (96_000_000 + hop * 1_000_000) + ", 50000.00, 16");
                for (int bin = 0; bin <= 20; bin++) {
                    csv.append(", -").append(30 + (bin * 7 + hop + second) % 3).append(".5");
                }
                csv.append('\n');
            }
        }
        return csv.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
