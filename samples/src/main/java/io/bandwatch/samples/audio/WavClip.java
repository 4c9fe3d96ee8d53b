package io.bandwatch.samples.audio;

import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAV: PCM of 8, 16, 24 and 32 bits and 32-bit float. A data chunk that claims more than there is, as a program
 * writes that does not know the length yet, ends with the bytes.
 */
final class WavClip {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    private final String name;
    private final ByteBuffer bytes;

    private WavClip(String name, byte[] wav) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    }

    static SoundClip read(String name, byte[] wav) {
        return new WavClip(name, wav).read();
    }

    private SoundClip read() {
        if (bytes.limit() < 12 || !"RIFF".equals(tag(0)) || !"WAVE".equals(tag(8))) {
            throw broken("has no RIFF/WAVE header");
        }
        Format format = null;
        int at = 12;
        while (at + 8 <= bytes.limit()) {
            long size = bytes.getInt(at + 4) & 0xFFFFFFFFL;
            if ("fmt ".equals(tag(at)) && at + 24 <= bytes.limit()) {
                format = format(at + 8, size);
            }
            if ("data".equals(tag(at))) {
                return samples(format, at + 8, (int) Math.min(size, bytes.limit() - at - 8));
            }
            at = (int) Math.min(bytes.limit(), at + 8 + size + size % 2);
        }
        throw broken("has no data");
    }

    private Format format(int at, long size) {
        int code = bytes.getShort(at) & 0xFFFF;
        boolean extended = code == EXTENSIBLE && size >= 26 && at + 26 <= bytes.limit();
        return new Format(
                extended ? bytes.getShort(at + 24) & 0xFFFF : code,
                bytes.getShort(at + 2),
                bytes.getInt(at + 4),
                bytes.getShort(at + 14));
    }

    private SoundClip samples(@Nullable Format format, int from, int length) {
        if (format == null || format.channels < 1 || format.rateHz < 1) {
            throw broken("has no usable format before its data");
        }
        int width = format.bits / 8;
        boolean known = (format.code == PCM && width >= 1 && width <= 4) || (format.code == FLOAT && width == 4);
        if (!known) {
            throw broken("has format " + format.code + " of " + format.bits + " bits");
        }
        int frame = width * format.channels;
        int count = (int) Math.min(length / frame, (long) SoundClip.LONGEST_S * format.rateHz);
        if (count == 0) {
            throw broken("has no samples");
        }
        float[] left = new float[count];
        float[] right = new float[count];
        int second = format.channels > 1 ? width : 0;
        for (int i = 0; i < count; i++) {
            left[i] = sample(format, width, from + i * frame);
            right[i] = sample(format, width, from + i * frame + second);
        }
        return SoundClip.ofRate(left, right, format.rateHz);
    }

    private float sample(Format format, int width, int at) {
        if (format.code == FLOAT) {
            float value = bytes.getFloat(at);
            return Float.isFinite(value) ? value : 0f;
        }
        return switch (width) {
            case 1 -> ((bytes.get(at) & 0xFF) - 128) / 128f;
            case 2 -> bytes.getShort(at) / 0x1p15f;
            case 3 -> (bytes.get(at + 2) << 16 | (bytes.getShort(at) & 0xFFFF)) / 0x1p23f;
            default -> bytes.getInt(at) / 0x1p31f;
        };
    }

    private String tag(int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private ScenarioException broken(String what) {
        return new ScenarioException(name + ": " + what + "; give a WAV file of 8 to 32 bits PCM or 32-bit float");
    }

    private record Format(int code, int channels, int rateHz, int bits) {}
}
