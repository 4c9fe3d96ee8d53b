package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;

/**
 * A section of a stream.
 *
 * @param packet number of the packet in which it begins
 * @param pid the PID of that
 * @param at where in it, bytes
 * @param bytes the whole
 * @param last number of the packet in which it ends
 */
record FoundSection(int packet, int pid, int at, byte[] bytes, int last) {
    private static final int EXTENDED_HEADER = 8;

    int tableId() {
        return bytes[0] & 0xFF;
    }

    boolean extended() {
        return (bytes[1] & 0x80) != 0 && bytes.length > EXTENDED_HEADER;
    }

    int u16(int place) {
        return (bytes[place] & 0xFF) << 8 | (bytes[place + 1] & 0xFF);
    }

    TsPart part() {
        int extension = extended() ? u16(3) : TsPart.NONE;
        return new TsPart(
                pid, Content.SECTION, tableId(), extension, extended() ? bytes[6] & 0xFF : 0, at, last == packet);
    }
}
