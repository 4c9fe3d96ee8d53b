package io.bandwatch.alerts.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as a file that everything plays: RIFF WAVE, 16-bit PCM. */
public final class WavFile {
    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short BITS = 16;

    private WavFile() {}

    /**
     * The bytes of the file.
     *
     * @param interleaved samples, channel by channel
     */
    public static byte[] of(short[] interleaved, int rateHz, int channels) {
        int bytes = interleaved.length * Short.BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        name(file, "RIFF").putInt(HEADER_BYTES - 8 + bytes);
        name(file, "WAVE");
        name(file, "fmt ").putInt(FORMAT_BYTES);
        file.putShort(PCM).putShort((short) channels).putInt(rateHz);
        file.putInt(rateHz * channels * Short.BYTES)
                .putShort((short) (channels * Short.BYTES))
                .putShort(BITS);
        name(file, "data").putInt(bytes);
        file.asShortBuffer().put(interleaved);
        return file.array();
    }

    private static ByteBuffer name(ByteBuffer file, String name) {
        return file.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}
