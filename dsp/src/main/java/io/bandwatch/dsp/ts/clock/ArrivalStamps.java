package io.bandwatch.dsp.ts.clock;

/** Arrival times of 30 bits at 27 MHz, which turn over every 39.8 s, as a time that does not. */
public final class ArrivalStamps {
    private static final long TURN = 1L << 30;

    private long ticks;
    private int last;
    private boolean started;

    /** Time of a stamp since the first one, ns. Where stamps run back, no time passes. */
    public long timeNs(int stamp) {
        long forward = started ? Math.floorMod((long) stamp - last, TURN) : 0;
        ticks += forward < TURN / 2 ? forward : 0;
        last = stamp;
        started = true;
        return Ticks.toNs(ticks);
    }
}
