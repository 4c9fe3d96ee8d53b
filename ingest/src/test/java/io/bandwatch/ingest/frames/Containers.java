package io.bandwatch.ingest.frames;

import com.github.luben.zstd.ZstdOutputStream;
import io.bandwatch.ingest.SampleFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The same samples in every wrapping that recordings come in. */
public final class Containers {
    /** Rate of the samples, the lowest that is read. */
    public static final int RATE = 240_000;

    private Containers() {}

    /** Noise in a format; the float samples are those of 16 bits divided by full scale. */
    public static byte[] noise(SampleFormat format, int samples) {
        SplittableRandom random = new SplittableRandom(7);
        ByteBuffer out = ByteBuffer.allocate(samples * format.sampleBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2 * samples; i++) {
            int value = random.nextInt(-8000, 8000);
            switch (format) {
                case CU8 -> out.put((byte) (128 + (value >> 8)));
                case CS8 -> out.put((byte) (value >> 8));
                case CS16 -> out.putShort((short) value);
                case CF32 -> out.putFloat(value / 32768f);
            }
        }
        return out.array();
    }

    /** A WAV file with a {@code fmt } chunk of a code, other chunks before the samples, and the size that is promised. */
    public static byte[] wav(String mark, byte[] fmt, byte[] between, byte[] samples, long promised) {
        ByteBuffer wav = ByteBuffer.allocate(12 + 8 + fmt.length + between.length + 8 + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text(mark)).putInt((int) Math.min(0xffffffffL, promised + 36)).put(text("WAVE"));
        wav.put(text("fmt ")).putInt(fmt.length).put(fmt).put(between);
        wav.put(text("data")).putInt((int) promised).put(samples);
        return wav.array();
    }

    /** A {@code fmt } chunk, extended to 40 bytes where {@code code} is that of EXTENSIBLE. */
    public static byte[] fmt(int code, int subCode, int bits) {
        ByteBuffer fmt = ByteBuffer.allocate(code == 0xfffe ? 40 : 16).order(ByteOrder.LITTLE_ENDIAN);
        fmt.putShort((short) code).putShort((short) 2).putInt(RATE).putInt(RATE * bits / 4);
        fmt.putShort((short) (bits / 4)).putShort((short) bits);
        if (code == 0xfffe) {
            fmt.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) subCode);
        }
        return fmt.array();
    }

    /** A chunk, padded to even length. */
    public static byte[] chunk(String id, byte[] body) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(text(id)).putInt(body.length).put(body).array();
    }

    /** SigMF metadata of such samples at 98 MHz. */
    public static String sigmfMeta(String datatype) {
        return "{\"global\":{\"core:datatype\":\"" + datatype + "\",\"core:sample_rate\":" + RATE + ",\"core:version\":"
                + "\"1.0.0\"},\"captures\":[{\"core:sample_start\":0,\"core:frequency\":98000000}],\"annotations\":[]}";
    }

    /** A SigMF archive; the metadata stand before the samples or behind them. */
    public static byte[] archive(String meta, byte[] samples, boolean metaFirst) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            if (metaFirst) {
                entry(tar, "night.sigmf-meta", text(meta));
            }
            entry(tar, "night.sigmf-data", samples);
            if (!metaFirst) {
                entry(tar, "night.sigmf-meta", text(meta));
            }
        }
        return out.toByteArray();
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("night/" + name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** Writes a file, packed as its name ends. */
    public static Path write(Path file, byte[] content) throws IOException {
        String name = file.toString();
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream packing = name.endsWith(".gz")
                        ? new GZIPOutputStream(raw)
                        : name.endsWith(".xz")
                                ? new XZOutputStream(raw, new LZMA2Options(1))
                                : name.endsWith(".zst") ? new ZstdOutputStream(raw) : raw) {
            packing.write(content);
        }
        return file;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
