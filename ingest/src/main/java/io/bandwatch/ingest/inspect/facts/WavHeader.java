package io.bandwatch.ingest.inspect.facts;

import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.bytes.RecordingBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a WAV file that holds I/Q: RIFF, and RF64 or BW64 (EBU Tech 3306, ITU-R BS.2088) for more than
 * 4 GiB. Centre and start come from the {@link AuxiChunk}.
 */
public final class WavHeader {
    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    private static final long UNKNOWN_SIZE = 0xffffffffL;
    private static final int LARGEST_HEADER_CHUNK = 1 << 20;

    private final RecordingBytes bytes;
    private long position;
    private @Nullable SampleFormat format;
    private double rateHz;
    private AuxiChunk auxi = AuxiChunk.NONE;
    private long longDataBytes = IqLayout.TO_THE_END;

    private WavHeader(RecordingBytes bytes) {
        this.bytes = bytes;
    }

    public static IqFacts read(RecordingBytes bytes) throws Defect {
        return new WavHeader(bytes).chunks();
    }

    private IqFacts chunks() throws Defect {
        take(12, "RIFF");
        while (true) {
            ByteBuffer head = take(8, "chunk");
            String id = ascii(head);
            long size = head.getInt(4) & UNKNOWN_SIZE;
            if (id.equals("data")) {
                return facts(size);
            }
            if (size > LARGEST_HEADER_CHUNK) {
                throw new Defect(
                        "broken-header",
                        "WAV chunk '" + id + "' of " + size
                                + " bytes before the samples is no header; is the file damaged?");
            }
            // chunks are padded to even length
            ByteBuffer body = take((int) (size + (size & 1)), id);
            switch (id) {
                case "fmt " -> format(body, size);
                case "auxi" -> auxi = AuxiChunk.read(body, (int) size);
                case "ds64" -> longDataBytes = size >= 16 ? body.getLong(8) : IqLayout.TO_THE_END;
                default -> {}
            }
        }
    }

    private IqFacts facts(long size) throws Defect {
        if (format == null) {
            throw new Defect("broken-header", "the WAV file has no 'fmt ' chunk before its samples; is it damaged?");
        }
        boolean open = size == 0 || size == UNKNOWN_SIZE;
        return new IqFacts(
                "the WAV header", format, rateHz, auxi.centerHz(), auxi.start(), position, open ? longDataBytes : size);
    }

    private void format(ByteBuffer body, long size) throws Defect {
        if (size < 16) {
            throw new Defect(
                    "broken-header", "the WAV 'fmt ' chunk has " + size + " bytes, 16 at least; is the file damaged?");
        }
        int tag = body.getShort(0) & 0xffff;
        int channels = body.getShort(2);
        int bits = body.getShort(14);
        rateHz = body.getInt(4) & UNKNOWN_SIZE;
        if (tag == EXTENSIBLE && size >= 26) {
            tag = body.getShort(24) & 0xffff;
        }
        if (channels != 2) {
            throw new Defect(
                    "not-iq", "the WAV file has " + channels + " channel(s); I/Q has two, so this is no I/Q recording");
        }
        if (tag == PCM && bits == 16) {
            format = SampleFormat.CS16;
        } else if (tag == IEEE_FLOAT && bits == 32) {
            format = SampleFormat.CF32;
        } else {
            throw new Defect(
                    "unknown-format",
                    "WAV samples of " + bits + " bits (format " + tag
                            + ") are not read; convert the file to 16-bit or 32-bit float");
        }
    }

    private ByteBuffer take(int count, String what) throws Defect {
        byte[] taken = new byte[count];
        if (bytes.read(taken, 0, count) < count) {
            throw new Defect(
                    "truncated-header",
                    "the file ends inside its WAV header (" + what.strip() + "); copy the whole file");
        }
        position += count;
        return ByteBuffer.wrap(taken).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String ascii(ByteBuffer buffer) {
        byte[] id = new byte[4];
        buffer.get(0, id);
        return new String(id, StandardCharsets.US_ASCII);
    }
}
