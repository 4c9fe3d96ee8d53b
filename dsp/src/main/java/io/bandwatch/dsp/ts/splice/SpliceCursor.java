package io.bandwatch.dsp.ts.splice;

import io.bandwatch.dsp.ts.section.Section;

/** Reads on and on, and remembers when it was asked for more than there is. */
final class SpliceCursor {
    private final Section section;
    private final int end;
    private int at;
    private boolean overrun;

    SpliceCursor(Section section, int from, int end) {
        this.section = section;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    /** Something was missing; what was read is worth nothing. */
    boolean overrun() {
        return overrun;
    }

    int u8() {
        if (at >= end) {
            overrun = true;
            return 0;
        }
        return section.u8(at++);
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    /** Seven bits of anything, then 33 of a time. */
    long time() {
        return (u8() & 1L) << 32 | u32();
    }

    /** splice_time() (9.9.1); below 0 where none is given. */
    long spliceTime() {
        int flags = u8();
        return (flags & 0x80) == 0 ? -1 : (flags & 1L) << 32 | u32();
    }

    void skip(int bytes) {
        overrun |= at + bytes > end;
        at = Math.min(end, at + bytes);
    }
}
