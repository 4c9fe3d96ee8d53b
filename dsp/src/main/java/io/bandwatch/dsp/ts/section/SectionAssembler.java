package io.bandwatch.dsp.ts.section;

import java.util.Arrays;

/**
 * Puts the sections of one PID together (ISO/IEC 13818-1, 2.4.4.1 and 2.4.4.2): several in a packet, one over many packets,
 * headers cut anywhere. A section with a CRC leaves only when the CRC is right: all with section_syntax_indicator, the time
 * offset table (EN 300 468, 5.2.6) and splice information (SCTE 35, 9.6), which carry one without it.
 *
 * <p>Holds at most one section. Not thread-safe.
 */
public final class SectionAssembler {
    private static final int HEADER = 3;
    private static final int STUFFING = 0xFF;

    /** ISO/IEC 13818-1, 2.4.4.11: section_length shall not exceed 4093. */
    private static final int MOST_LENGTH = 4093;

    /** Five bytes of extended header and four of CRC (2.4.4.11). */
    private static final int LEAST_EXTENDED_LENGTH = 9;

    private static final int LEAST_CRC_LENGTH = 4;

    private final SectionSink sink;
    private byte[] bytes = new byte[256];
    private int filled;
    private int needed;
    private boolean open;
    private long sections;
    private long crcErrors;
    private long malformed;

    public SectionAssembler(SectionSink sink) {
        this.sink = sink;
    }

    /**
     * Takes the payload of a packet. Repeated packets are not for here.
     *
     * @param buffer holds the packet
     * @param payloadOffset where the payload starts
     * @param payloadEnd where it ends
     * @param unitStart payload_unit_start_indicator
     * @param discontinuity packets are missing before this one, announced or not
     */
    public void accept(byte[] buffer, int payloadOffset, int payloadEnd, boolean unitStart, boolean discontinuity) {
        if (discontinuity) {
            abandon();
        }
        if (payloadOffset >= payloadEnd) {
            return;
        }
        if (!unitStart) {
            collect(buffer, payloadOffset, payloadEnd, false);
            return;
        }
        int start = payloadOffset + 1 + (buffer[payloadOffset] & 0xFF);
        if (start > payloadEnd) {
            malformed++;
            abandon();
            return;
        }
        collect(buffer, payloadOffset + 1, start, false);
        abandon();
        open = true;
        collect(buffer, start, payloadEnd, true);
    }

    /** Sections handed on. */
    public long sections() {
        return sections;
    }

    /** Sections whose CRC was wrong. */
    public long crcErrors() {
        return crcErrors;
    }

    /** Pointers and lengths that no section can have, and sections that the next one cut off. */
    public long malformed() {
        return malformed;
    }

    private void abandon() {
        if (filled > 0) {
            malformed++;
        }
        filled = 0;
        open = false;
    }

    /** A further section may follow only where one may start: after the pointer of a unit start. */
    private void collect(byte[] buffer, int from, int to, boolean more) {
        int at = from;
        while (open && at < to) {
            if (filled == 0 && (buffer[at] & 0xFF) == STUFFING) {
                open = false;
                return;
            }
            int wanted = filled < HEADER ? HEADER : needed;
            int taken = Math.min(wanted - filled, to - at);
            System.arraycopy(buffer, at, bytes, filled, taken);
            filled += taken;
            at += taken;
            if (filled == HEADER && wanted == HEADER) {
                readHeader();
            }
            if (filled == needed && filled > HEADER) {
                filled = 0;
                open = more;
                complete(needed);
            }
        }
    }

    private void readHeader() {
        int length = (bytes[1] & 0x0F) << 8 | (bytes[2] & 0xFF);
        if (length > MOST_LENGTH || length < leastLength()) {
            malformed++;
            filled = 0;
            open = false;
            return;
        }
        needed = HEADER + length;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, HEADER + MOST_LENGTH);
        }
    }

    private int leastLength() {
        if ((bytes[1] & 0x80) != 0) {
            return LEAST_EXTENDED_LENGTH;
        }
        return carriesCrc() ? LEAST_CRC_LENGTH : 1;
    }

    private boolean carriesCrc() {
        int tableId = bytes[0] & 0xFF;
        if (tableId == TableId.STUFFING) {
            return false; // what was there is overwritten, and its CRC with it (EN 300 468, 5.2.8)
        }
        return (bytes[1] & 0x80) != 0 || tableId == TableId.TOT || tableId == TableId.SPLICE_INFO;
    }

    private void complete(int length) {
        if (carriesCrc() && SectionCrc.of(bytes, 0, length) != 0) {
            crcErrors++;
            sink.damaged(bytes, length);
            return;
        }
        sections++;
        sink.section(bytes, length);
    }
}
