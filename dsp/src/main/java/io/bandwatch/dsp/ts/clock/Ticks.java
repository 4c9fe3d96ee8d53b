package io.bandwatch.dsp.ts.clock;

/** Program clock references as numbers: 27 MHz, turning over after 2^33 periods of 90 kHz (ISO/IEC 13818-1, 2.4.2.2). */
public final class Ticks {
    /** In a second. */
    public static final long PER_SECOND = 27_000_000;

    /** One turn, about 26.5 hours. */
    public static final long TURN = (1L << 33) * 300;

    private Ticks() {}

    /** From one reference to the next, the shorter way round: negative where the clock was set back. */
    public static long between(long earlier, long later) {
        long forward = Math.floorMod(later - earlier, TURN);
        return forward > TURN / 2 ? forward - TURN : forward;
    }

    /** Ticks in a time. */
    public static long ofNs(long ns) {
        return ns / 1000 * 27 + ns % 1000 * 27 / 1000;
    }

    /** Nanoseconds of a count of ticks. */
    public static long toNs(long ticks) {
        return ticks / 27 * 1000 + ticks % 27 * 1000 / 27;
    }
}
