package io.bandwatch.dsp.ts.section;

import java.util.Arrays;

/**
 * Tells by its packets whether a PID carries T2-MI (ETSI TS 102 773, 5.1): a multiplex wrapped for the transmitters of a
 * DVB-T2 network. Two packets in a row whose CRC is right and whose count goes on prove it; a PID that fails often enough is
 * not asked again.
 *
 * <p>Holds at most one packet. Not thread-safe.
 */
public final class T2miRecogniser {
    private static final int HEADER = 6;
    private static final int CRC = 4;
    private static final int MOST_BYTES = HEADER + 0xFFFF / 8 + 1 + CRC;

    /** Enough to tell: elementary streams fail at the first. */
    private static final int MOST_FAILURES = 8;

    private static final int NONE = -1;

    private byte[] bytes = new byte[256];
    private int filled;
    private boolean open;
    private int lastCount = NONE;
    private int failures;
    private boolean recognised;

    /**
     * Takes the payload of a packet, as {@link SectionAssembler#accept} does.
     *
     * @return whether the PID is known to carry T2-MI
     */
    public boolean accept(byte[] buffer, int payloadOffset, int payloadEnd, boolean unitStart, boolean discontinuity) {
        if (decided() || payloadOffset >= payloadEnd) {
            return recognised;
        }
        if (discontinuity) {
            restart();
        }
        int from = payloadOffset;
        if (unitStart) {
            int start = payloadOffset + 1 + (buffer[payloadOffset] & 0xFF);
            if (start > payloadEnd) {
                fail();
                return false;
            }
            from = open ? payloadOffset + 1 : start;
            open = true;
        }
        collect(buffer, from, payloadEnd);
        return recognised;
    }

    /** Further packets change nothing. */
    public boolean decided() {
        return recognised || failures >= MOST_FAILURES;
    }

    private void collect(byte[] buffer, int from, int to) {
        int at = from;
        while (open && !decided() && at < to) {
            int wanted = filled < HEADER ? HEADER : packetLength();
            int taken = Math.min(wanted - filled, to - at);
            System.arraycopy(buffer, at, bytes, filled, taken);
            filled += taken;
            at += taken;
            if (filled == HEADER) {
                readHeader();
            } else if (filled > HEADER && filled == packetLength()) {
                complete();
            }
        }
    }

    private void readHeader() {
        if (!isPacketType(bytes[0] & 0xFF)) {
            fail();
        } else if (packetLength() > bytes.length) {
            bytes = Arrays.copyOf(bytes, MOST_BYTES);
        }
    }

    /** payload_len counts bits; the payload is padded to whole bytes. */
    private int packetLength() {
        int bits = (bytes[4] & 0xFF) << 8 | (bytes[5] & 0xFF);
        return HEADER + (bits + 7) / 8 + CRC;
    }

    private void complete() {
        int count = bytes[1] & 0xFF;
        if (SectionCrc.of(bytes, 0, filled) != 0) {
            fail();
            return;
        }
        recognised = lastCount != NONE && count == (lastCount + 1 & 0xFF);
        lastCount = count;
        filled = 0;
    }

    private void fail() {
        failures++;
        restart();
    }

    private void restart() {
        filled = 0;
        open = false;
        lastCount = NONE;
    }

    /** TS 102 773, table 1. */
    private static boolean isPacketType(int type) {
        return switch (type) {
            case 0x00, 0x01, 0x02, 0x10, 0x11, 0x12, 0x20, 0x21, 0x30, 0x31, 0x32, 0x33, 0xF0 -> true;
            default -> false;
        };
    }
}
