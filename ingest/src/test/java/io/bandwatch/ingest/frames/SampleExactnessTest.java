package io.bandwatch.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a recording is wrapped in, the samples that are measured are the same ones, from the first to the last: a
 * sample too early, too late, or read with the wrong sign changes the bits of the spectrum.
 */
class SampleExactnessTest {
    private static final int SAMPLES = Containers.RATE / 2;
    private static final long UNKNOWN = 0xffffffffL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void fullScaleIsOneAndTheSignIsKept(SampleFormat format) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * format.sampleBytes()).order(ByteOrder.LITTLE_ENDIAN);
        switch (format) {
            case CU8 -> bytes.put((byte) 255).put((byte) 0).put((byte) 0x80).put((byte) 0x7f);
            case CS8 -> bytes.put((byte) 127).put((byte) -128).put((byte) 1).put((byte) -1);
            case CS16 ->
                bytes.putShort((short) 32767)
                        .putShort((short) -32768)
                        .putShort((short) 1)
                        .putShort((short) -1);
            case CF32 -> bytes.putFloat(1f).putFloat(-1f).putFloat(1e-3f).putFloat(-1e-3f);
        }
        float[] re = new float[2];
        float[] im = new float[2];
        new SampleConverter(format).convert(bytes.array(), 2, re, im, 0);
        float step =
                switch (format) {
                    case CU8 -> 0.5f / 127.5f;
                    case CS8 -> 1f / 128f;
                    case CS16 -> 1f / 32768f;
                    case CF32 -> 1e-3f;
                };
        float top = format == SampleFormat.CS8 ? 127f / 128f : format == SampleFormat.CS16 ? 32767f / 32768f : 1f;
        assertThat(re).containsExactly(top, step);
        assertThat(im).containsExactly(-1f, -step);
    }

    static Stream<Arguments> wrappings() throws IOException {
        byte[] shorts = Containers.noise(SampleFormat.CS16, SAMPLES);
        byte[] floats = Containers.noise(SampleFormat.CF32, SAMPLES);
        byte[] list = Containers.chunk("LIST", new byte[13]);
        ByteBuffer ds64 = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        ds64.putLong(0).putLong(shorts.length).putLong(SAMPLES);
        return Stream.of(
                Arguments.of("a-98MHz-240kSps.cs16", shorts),
                Arguments.of("a-98MHz-240kSps.cf32", floats),
                Arguments.of("b-98MHz.wav", wav("RIFF", Containers.fmt(1, 0, 16), shorts)),
                Arguments.of("c-98MHz.wav", wav("RIFF", Containers.fmt(3, 0, 32), floats)),
                Arguments.of("d-98MHz.wav", wav("RIFF", Containers.fmt(0xfffe, 1, 16), shorts)),
                Arguments.of("e-98MHz.wav", wav("RIFF", Containers.fmt(0xfffe, 3, 32), floats)),
                Arguments.of(
                        "f-98MHz.wav", Containers.wav("RIFF", Containers.fmt(1, 0, 16), list, shorts, shorts.length)),
                Arguments.of(
                        "g-98MHz.wav",
                        Containers.wav(
                                "RF64",
                                Containers.fmt(1, 0, 16),
                                Containers.chunk("ds64", ds64.array()),
                                shorts,
                                UNKNOWN)),
                Arguments.of("h.sigmf", Containers.archive(Containers.sigmfMeta("ci16_le"), shorts, true)),
                Arguments.of("i.sigmf", Containers.archive(Containers.sigmfMeta("cf32_le"), floats, false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void theSameSamplesComeOutOfEveryWrappingAndPacking(String name, byte[] content) throws Exception {
        List<MeasuredFrame> plain = Frames.of(Containers.write(
                folder.resolve("plain-98MHz-240kSps.cs16"), Containers.noise(SampleFormat.CS16, SAMPLES)));
        assertThat(Frames.account(plain).samples()).isEqualTo(SAMPLES);
        for (String packing : List.of("", ".gz", ".xz", ".zst")) {
            List<MeasuredFrame> frames = Frames.of(Containers.write(folder.resolve(name + packing), content));
            Frames.assertEqual(frames, plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"night.sigmf-meta", "night.sigmf-data", "night"})
    void aSigmfPairIsReadByEitherPartAndByItsCommonName(String given) throws Exception {
        byte[] bytes = Containers.noise(SampleFormat.CU8, SAMPLES);
        Files.writeString(folder.resolve("night.sigmf-meta"), Containers.sigmfMeta("cu8"));
        Files.write(folder.resolve("night.sigmf-data"), bytes);
        Path raw = Files.write(folder.resolve("raw-98MHz-240kSps.cu8"), bytes);
        Frames.assertEqual(Frames.of(folder.resolve(given)), Frames.of(raw));
    }

    @Test
    void samplesBehindThoseThatTheHeaderPromisesAreNotRead() throws Exception {
        byte[] shorts = Containers.noise(SampleFormat.CS16, SAMPLES);
        byte[] tail = Containers.chunk("LIST", new byte[4000]);
        byte[] wav = wav("RIFF", Containers.fmt(1, 0, 16), shorts);
        byte[] longer = Arrays.copyOf(wav, wav.length + tail.length);
        System.arraycopy(tail, 0, longer, wav.length, tail.length);
        InputAccount account = Frames.account(Frames.of(Files.write(folder.resolve("x-98MHz.wav"), longer)));
        assertThat(account.samples()).isEqualTo(SAMPLES);
        assertThat(account.truncatedStreams()).isZero();
    }

    @Test
    void centreAndStartComeFromTheAuxiChunkInEitherForm() throws Exception {
        ByteBuffer binary = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : new int[] {2026, 3, 0, 1, 20, 15, 30, 250}) {
            binary.putShort((short) part);
        }
        binary.putInt(32, 98_100_000);
        assertAuxi(binary.array(), Instant.parse("2026-03-01T20:15:30.250Z"));
        String xml = "<?xml version=\"1.0\"?><SDR-XML-Root><Definition RadioCenterFreq=\"98100000\""
                + " SampleRate=\"240000\" UTCSeconds=\"1772396130\"/></SDR-XML-Root>";
        assertAuxi((xml + "\0\0").getBytes(StandardCharsets.US_ASCII), Instant.parse("2026-03-01T20:15:30Z"));
        assertAuxi(("\ufeff" + xml).getBytes(StandardCharsets.UTF_16LE), Instant.parse("2026-03-01T20:15:30Z"));
    }

    private void assertAuxi(byte[] auxi, Instant start) throws Exception {
        byte[] shorts = Containers.noise(SampleFormat.CS16, SAMPLES);
        byte[] wav =
                Containers.wav("RIFF", Containers.fmt(1, 0, 16), Containers.chunk("auxi", auxi), shorts, shorts.length);
        Recording recording = Frames.inspected(Files.write(folder.resolve("auxi.wav"), wav));
        assertThat(((IqLayout) recording.layout()).centerHz()).isEqualTo(98.1e6);
        assertThat(recording.start()).isEqualTo(start);
        assertThat(recording.timeKnown()).isTrue();
    }

    @Test
    void theClockKeepsItsNanosecondToTheEndOfALongRecording() {
        // 60 GB of cs16 are 1.5e10 samples, which a double still counts, but not in nanoseconds times rate
        SampleClock whole = new SampleClock(25e6);
        assertThat(whole.nsAt(15_000_000_001L)).isEqualTo(600_000_000_040L);
        assertThat(new SampleClock(3e6).nsAt(30_000_000_000L)).isEqualTo(10_000_000_000_000L);
        assertThat(new SampleClock(2_400_000.5).nsAt(24_000_005L)).isEqualTo(10_000_000_000L);
    }

    private static byte[] wav(String mark, byte[] fmt, byte[] samples) {
        return Containers.wav(mark, fmt, new byte[0], samples, samples.length);
    }
}
