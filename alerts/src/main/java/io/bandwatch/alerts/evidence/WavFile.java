package io.bandwatch.alerts.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sound as a file that everything plays: RIFF WAVE, 16-bit PCM. */
public final class WavFile {
    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short BITS = 16;

    /** All ones: what programs that write to a pipe put for a length that they do not know. */
    private static final int ENDLESS = -1;

    private WavFile() {}

    /**
     * The bytes of the file.
     *
     * @param codes samples of two bytes each, the low one first, channel by channel
     */
    public static byte[] of(byte[] codes, int rateHz, int channels) {
        byte[] header = header(codes.length, rateHz, channels);
        byte[] file = Arrays.copyOf(header, header.length + codes.length);
        System.arraycopy(codes, 0, file, header.length, codes.length);
        return file;
    }

    /**
     * The bytes of the file.
     *
     * @param interleaved samples, channel by channel
     */
    public static byte[] of(short[] interleaved, int rateHz, int channels) {
        ByteBuffer codes = ByteBuffer.allocate(interleaved.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        codes.asShortBuffer().put(interleaved);
        return of(codes.array(), rateHz, channels);
    }

    /** The begin of a file whose end is not known: samples follow for as long as they come. */
    public static byte[] beginning(int rateHz, int channels) {
        return header(ENDLESS, rateHz, channels);
    }

    private static byte[] header(int bytes, int rateHz, int channels) {
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        name(file, "RIFF").putInt(bytes == ENDLESS ? ENDLESS : HEADER_BYTES - 8 + bytes);
        name(file, "WAVE");
        name(file, "fmt ").putInt(FORMAT_BYTES);
        file.putShort(PCM).putShort((short) channels).putInt(rateHz);
        file.putInt(rateHz * channels * Short.BYTES)
                .putShort((short) (channels * Short.BYTES))
                .putShort(BITS);
        name(file, "data").putInt(bytes);
        return file.array();
    }

    private static ByteBuffer name(ByteBuffer file, String name) {
        return file.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}
