package io.bandwatch.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.UnusableRecordingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Recordings that cannot be used: each is refused with its kind and one line that names the file. */
class BadRecordingsTest {
    private static final String META = "{\"global\":{\"core:datatype\":\"cu8\",\"core:sample_rate\":2400000},"
            + "\"captures\":[{\"core:frequency\":98000000}]}";
    private static final byte[] SAMPLES = new byte[1 << 20];
    private static final String ROW = "2026-01-01, 00:00:00, 88000000, 89000000, 250000.00, 16, -1, -2, -3, -4\n";

    @TempDir
    Path folder;

    static Stream<Arguments> bad() throws IOException {
        byte[] wav = wav(2, 16, 1, 2_400_000, SAMPLES.length);
        byte[] packed = packed();
        return Stream.of(
                bad("missing.cu8", null, "missing-file"),
                bad("empty-98MHz-2.4MSps.cu8", new byte[0], "empty"),
                bad("one-98MHz-2.4MSps.cu8", new byte[1], "too-short"),
                bad("short-98MHz-2.4MSps.cu8", new byte[100_000], "too-short"),
                bad("norate-98MHz.cu8", SAMPLES, "no-rate"),
                bad("nocenter-2.4MSps.cu8", SAMPLES, "no-center"),
                bad("slow-98MHz-100kSps.cu8", SAMPLES, "rate-too-low"),
                bad("fast-98MHz-50MSps.cu8", SAMPLES, "rate-too-high"),
                bad("zero-98MHz-0Sps.cu8", SAMPLES, "bad-rate"),
                bad("air-125MHz-2.4MSps.cu8", SAMPLES, "outside-band"),
                bad("unknown.bin", SAMPLES, "unknown-format"),
                bad("riff.wav", Arrays.copyOf(wav, 8), "truncated-header"),
                bad("fmt.wav", Arrays.copyOf(wav, 30), "truncated-header"),
                bad("data-head.wav", Arrays.copyOf(wav, 40), "truncated-header"),
                bad("no-samples-98MHz.wav", Arrays.copyOf(wav, 44), "too-short"),
                bad("mono.wav", wav(1, 16, 1, 2_400_000, SAMPLES.length), "not-iq"),
                bad("bits24.wav", wav(2, 24, 1, 2_400_000, SAMPLES.length), "unknown-format"),
                bad("name-98MHz-2.0MSps.wav", wav, "contradictory-rate"),
                bad("one-byte.ts", new byte[] {0x47}, "no-sync"),
                bad("junk.ts", SAMPLES, "no-sync"),
                bad("script.ts", "export const answer = 42;".getBytes(StandardCharsets.US_ASCII), "no-sync"),
                bad("song.ogg", "OggS and more".getBytes(StandardCharsets.US_ASCII), "undecodable"),
                bad("song.mp3", "ID3 and more".getBytes(StandardCharsets.US_ASCII), "undecodable"),
                bad("words.csv", text("hello\nworld\n"), "not-sweep"),
                bad("header.csv", text("date, time, low\n"), "not-sweep"),
                bad("badnumber.csv", text(ROW.replace("-3", "x")), "not-sweep"),
                bad("shortrow.csv", text("2026-01-01, 00:00:00, 88000000, 89000000, 250000.00, 16, -1\n"), "not-sweep"),
                bad(
                        "elsewhere.csv",
                        text(ROW.replace("88000000", "76000000").replace("89000000", "77000000")),
                        "outside-band"),
                bad("cut-98MHz-2.4MSps.cu8.gz", Arrays.copyOf(packed, 12), "broken-compression"),
                bad("fake-98MHz-2.4MSps.cu8.xz", xzMark(), "broken-compression"),
                bad("greedy-98MHz-2.4MSps.cu8.xz", greedyXz(), "needs-memory"));
    }

    private static Arguments bad(String name, byte @Nullable [] bytes, String kind) {
        return Arguments.of(name, bytes, kind);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bad")
    void isRefusedWithItsKindAndOneLine(String name, byte @Nullable [] bytes, String kind) throws IOException {
        Path file = folder.resolve(name);
        if (bytes != null) {
            Files.write(file, bytes);
        }
        assertRefused(file, RecordingOptions.NONE, kind);
    }

    static Stream<Arguments> badMetadata() {
        return Stream.of(
                Arguments.of(META.substring(0, 40), "broken-header"),
                Arguments.of("[]", "broken-header"),
                Arguments.of(META.replace("cu8", "cf64_le"), "unknown-format"),
                Arguments.of(META.replace("2400000", "-5"), "bad-rate"),
                Arguments.of(META.replace("2400000", "\"fast\""), "broken-header"),
                Arguments.of(META.replace("98000000}", "98000000,\"core:header_bytes\":-8}"), "broken-header"),
                Arguments.of(META.replace("}]", "},{\"core:frequency\":99000000}]"), "contradictory-center"),
                Arguments.of(META.replace("98000000}", "98000000,\"core:datetime\":\"noon\"}"), "broken-header"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("badMetadata")
    void metadataThatContradictThemselvesAreRefused(String meta, String kind) throws IOException {
        Files.writeString(folder.resolve("night.sigmf-meta"), meta);
        Files.write(folder.resolve("night.sigmf-data"), SAMPLES);
        assertRefused(folder.resolve("night.sigmf-meta"), RecordingOptions.NONE, kind);
    }

    @org.junit.jupiter.api.Test
    void metadataWithoutDataAndDataWithoutMetadataAreRefused() throws IOException {
        Files.writeString(folder.resolve("alone.sigmf-meta"), META);
        Files.write(folder.resolve("widow.sigmf-data"), SAMPLES);
        assertRefused(folder.resolve("alone.sigmf-meta"), RecordingOptions.NONE, "missing-file");
        assertRefused(folder.resolve("widow.sigmf-data"), RecordingOptions.NONE, "missing-file");
    }

    @org.junit.jupiter.api.Test
    void optionsThatContradictTheRecordingAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("fm-98.0MHz-2.4MSps.cu8"), SAMPLES);
        assertRefused(file, new RecordingOptions(2.0e6, null, null, null, null, null), "contradictory-rate");
        assertRefused(file, new RecordingOptions(null, 101e6, null, null, null, null), "contradictory-center");
        Path wav = Files.write(folder.resolve("fm-98.0MHz.wav"), wav(2, 16, 1, 2_400_000, SAMPLES.length));
        assertRefused(
                wav, new RecordingOptions(null, null, SampleFormat.CU8, null, null, null), "contradictory-format");
    }

    @org.junit.jupiter.api.Test
    void aFolderIsRefused() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("recordings")), RecordingOptions.NONE, "not-a-file");
    }

    private static void assertRefused(Path file, RecordingOptions options, String kind) {
        UnusableRecordingException refused =
                catchThrowableOfType(UnusableRecordingException.class, () -> new RecordingInspector(options)
                        .inspect(new FeedSpec("feed", file.toString())));
        assertThat(refused).as("%s is refused", file).isNotNull();
        assertThat(refused.kind()).as("%s", refused.getMessage()).isEqualTo(kind);
        assertThat(refused.getMessage())
                .startsWith(file + ": ")
                .doesNotContain("\n")
                .contains(";");
    }

    private static byte[] wav(int channels, int bits, int code, int rate, int dataBytes) {
        ByteBuffer wav = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text("RIFF")).putInt(36 + dataBytes).put(text("WAVEfmt ")).putInt(16);
        wav.putShort((short) code).putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
        wav.putShort((short) (channels * bits / 8))
                .putShort((short) bits)
                .put(text("data"))
                .putInt(dataBytes);
        return wav.array();
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(SAMPLES);
        }
        return out.toByteArray();
    }

    private static byte[] xzMark() {
        return new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2, 3, 4, 5, 6};
    }

    /** Packed with a dictionary of 512 MiB, which the unpacker would have to hold. */
    private static byte[] greedyXz() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(1);
        try (XZOutputStream xz = new XZOutputStream(out, options)) {
            xz.write(new byte[1000]);
        }
        byte[] packed = out.toByteArray();
        // block header at 12: size, flags, filter id, size of properties, dictionary size as exponent, padding, CRC-32
        packed[16] = 36;
        CRC32 crc = new CRC32();
        crc.update(packed, 12, 8);
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
        return packed;
    }

    /** Frames of MPEG-1 layer III, 128 kb/s, 44.1 kHz, without a tag. */
    @org.junit.jupiter.api.Test
    void soundWithoutAnyTagIsKnownByItsFrames() throws Exception {
        Path file = Files.write(folder.resolve("untagged.mp3"), mp3());
        Recording recording =
                new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("feed", file.toString()));
        assertThat(recording.kind()).isEqualTo(RecordingKind.MEDIA);
    }

    private static byte[] mp3() {
        byte[] stream = new byte[417 * 20];
        for (int at = 0; at < stream.length; at += 417) {
            stream[at] = (byte) 0xff;
            stream[at + 1] = (byte) 0xfb;
            stream[at + 2] = (byte) 0x90;
        }
        return stream;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
