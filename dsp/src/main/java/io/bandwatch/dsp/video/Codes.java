package io.bandwatch.dsp.video;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight unsigned codes at once, in one register. The compiler makes no vector instructions of sums of bytes; four sums of 16
 * bits side by side are the next best. They are added to a total before any of them can run over.
 */
final class Codes {
    static final int WORD = Long.BYTES;

    /** Words whose sums of two codes each fit into 16 bits. */
    static final int RUN = 128;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff_00ff_00ff_00ffL;
    private static final long BORROWED = 0x0100_0100_0100_0100L;
    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long SUM = 0xffff;

    private Codes() {}

    /** Eight codes of an array. */
    static long word(byte[] codes, int from) {
        return (long) WORDS.get(codes, from);
    }

    /** Magnitudes of the differences of eight codes, in four sums. */
    static long differences(long a, long b) {
        return magnitudes(a & EVEN, b & EVEN) + magnitudes(a >>> Byte.SIZE & EVEN, b >>> Byte.SIZE & EVEN);
    }

    /** Of four codes: what is below 0, known by the bit that was borrowed, is turned over and 1 added. */
    private static long magnitudes(long a, long b) {
        long borrowed = (a | BORROWED) - b;
        long negative = ~borrowed >>> Byte.SIZE & ONES;
        return ((borrowed & EVEN) ^ ((negative << Byte.SIZE) - negative)) + negative;
    }

    /** Eight codes, in four sums. */
    static long sums(long a) {
        return (a & EVEN) + (a >>> Byte.SIZE & EVEN);
    }

    /** A limit beside itself, for {@link #upTo}. */
    static long limits(int limit) {
        return limit * ONES | BORROWED;
    }

    /** How many of eight codes are no higher than a limit, in four sums. */
    static long upTo(long a, long limits) {
        return ((limits - (a & EVEN)) >>> Byte.SIZE & ONES)
                + ((limits - (a >>> Byte.SIZE & EVEN)) >>> Byte.SIZE & ONES);
    }

    /** The four sums in one. */
    static long total(long sums) {
        return (sums & SUM) + (sums >>> 16 & SUM) + (sums >>> 32 & SUM) + (sums >>> 48);
    }
}
