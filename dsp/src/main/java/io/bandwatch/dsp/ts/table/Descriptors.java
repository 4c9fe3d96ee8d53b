package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;

/**
 * Walks over a loop of descriptors (ISO/IEC 13818-1, 2.6.1) without leaving it: a descriptor longer than its loop ends with
 * the loop. Knows whose private descriptors it is among (EN 300 468, 6.2.31).
 */
public final class Descriptors {
    private static final int PRIVATE_DATA_SPECIFIER = 0x5F;

    private final Section section;
    private final int end;
    private int next;
    private int tag;
    private int from;
    private int to;
    private int privateSpecifier;

    /**
     * @param section holds the loop
     * @param from first byte of the first descriptor
     * @param end first byte after the loop
     */
    public Descriptors(Section section, int from, int end) {
        this.section = section;
        this.next = from;
        this.end = end;
    }

    /** Steps to the next descriptor, if there is one. */
    public boolean next() {
        if (next + 2 > end) {
            return false;
        }
        tag = section.u8(next);
        from = next + 2;
        to = Math.min(end, from + section.u8(next + 1));
        next = to;
        if (tag == PRIVATE_DATA_SPECIFIER && length() >= 4) {
            privateSpecifier = section.u32(from);
        }
        return true;
    }

    public int tag() {
        return tag;
    }

    /** First byte of the body. */
    public int from() {
        return from;
    }

    /** First byte after the body. */
    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    /** Who defined the private descriptors here; 0 before anybody said so. */
    public int privateSpecifier() {
        return privateSpecifier;
    }

    public Section section() {
        return section;
    }

    /** A byte of the body; 0 beyond it. */
    public int u8(int offset) {
        return from + offset < to ? section.u8(from + offset) : 0;
    }

    public int u16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    public int u32(int offset) {
        return u16(offset) << 16 | u16(offset + 2);
    }
}
