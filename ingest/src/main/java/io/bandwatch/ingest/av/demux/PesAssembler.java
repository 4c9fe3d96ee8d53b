package io.bandwatch.ingest.av.demux;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Puts the PES packets of one PID together (ISO/IEC 13818-1, 2.4.3.6 and 2.4.3.7). A unit leaves when it is as long as its
 * header says, else when the next one begins; what has no header is dropped. Holds at most {@value #MOST_BYTES} bytes: what
 * is longer leaves in parts, of which the first has the time stamps.
 */
final class PesAssembler {
    static final int MOST_BYTES = 2 << 20;

    private static final int HEADER = 9;
    private static final int LENGTH_FIELD_END = 6;

    private final Consumer<Unit> sink;
    private byte[] bytes = new byte[1 << 14];
    private int filled;
    private int expected;
    private boolean open;
    private boolean headerDone;
    private boolean damaged;
    private long ptsTicks = Unit.NONE;
    private long dtsTicks = Unit.NONE;

    PesAssembler(Consumer<Unit> sink) {
        this.sink = sink;
    }

    /** Takes the payload of a packet. */
    void accept(byte[] buffer, int from, int end, boolean unitStart, boolean broken) {
        if (unitStart) {
            flush();
            open = true;
            headerDone = false;
            expected = 0;
        }
        damaged |= broken;
        if (!open) {
            return;
        }
        append(buffer, from, end);
        if (!headerDone) {
            readHeader();
        }
        if (headerDone && expected > 0 && filled >= expected) {
            filled = expected;
            flush();
            open = false;
        } else if (filled >= MOST_BYTES) {
            flush();
        }
    }

    /** Lets go what there is. */
    void flush() {
        if (open && headerDone && filled > 0) {
            sink.accept(new Unit(ptsTicks, dtsTicks, damaged, Arrays.copyOf(bytes, filled)));
            ptsTicks = Unit.NONE;
            dtsTicks = Unit.NONE;
            damaged = false;
            expected = 0;
        }
        filled = 0;
    }

    private void append(byte[] buffer, int from, int end) {
        if (filled + end - from > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, MOST_BYTES + 256));
        }
        System.arraycopy(buffer, from, bytes, filled, end - from);
        filled += end - from;
    }

    private void readHeader() {
        if (filled < HEADER) {
            return;
        }
        boolean begins = bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 1 && (bytes[6] & 0xC0) == 0x80;
        if (!begins) {
            open = false;
            filled = 0;
            return;
        }
        int payload = HEADER + (bytes[8] & 0xFF);
        if (filled < payload) {
            return;
        }
        int flags = bytes[7] >> 6 & 3;
        ptsTicks = (flags & 2) != 0 && payload >= HEADER + 5 ? stamp(HEADER) : Unit.NONE;
        dtsTicks = flags == 3 && payload >= HEADER + 10 ? stamp(HEADER + 5) : ptsTicks;
        int length = (bytes[4] & 0xFF) << 8 | (bytes[5] & 0xFF);
        expected = length == 0 ? 0 : Math.max(1, LENGTH_FIELD_END + length - payload);
        System.arraycopy(bytes, payload, bytes, 0, filled - payload);
        filled -= payload;
        headerDone = true;
    }

    /** 3 + 15 + 15 bits, a marker after each. */
    private long stamp(int at) {
        return ((bytes[at] & 0x0EL) << 29)
                | ((bytes[at + 1] & 0xFFL) << 22)
                | ((bytes[at + 2] & 0xFEL) << 14)
                | ((bytes[at + 3] & 0xFFL) << 7)
                | ((bytes[at + 4] & 0xFEL) >> 1);
    }
}
