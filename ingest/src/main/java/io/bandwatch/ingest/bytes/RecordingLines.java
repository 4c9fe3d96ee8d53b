package io.bandwatch.ingest.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a text recording, with the offset at which each one begins. Not thread-safe. */
public final class RecordingLines {
    /** A longer line is no row of numbers. */
    private static final int LONGEST_LINE_BYTES = 1 << 22;

    private final RecordingBytes bytes;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int at;
    private int filled;
    private long position;

    public RecordingLines(RecordingBytes bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** Offset of the line that comes next, counted in the unpacked bytes. */
    public long position() {
        return position;
    }

    /** The next line without its end, or null at the end of the recording. */
    public @Nullable String next() {
        int length = 0;
        while (true) {
            if (at == filled) {
                at = 0;
                filled = bytes.read(buffer, 0, buffer.length);
                if (filled == 0) {
                    return length == 0 ? null : text(length);
                }
            }
            byte value = buffer[at++];
            position++;
            if (value == '\n') {
                return text(length);
            }
            if (length == line.length && length < LONGEST_LINE_BYTES) {
                line = Arrays.copyOf(line, 2 * length);
            }
            if (length < line.length) {
                line[length++] = value;
            }
        }
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
