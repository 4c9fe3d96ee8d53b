package io.bandwatch.ingest.live;

/**
 * When the samples of a connection were taken, by this machine's clock that nobody sets. Samples come late by what lies between
 * the receiver and here, but never early: the earliest arrival of some seconds tells how the receiver's clock runs against ours.
 * Time goes on by the count of samples; what the two clocks are apart is made up for slowly, so that looks keep their length. Where
 * samples are missing that nobody counted, since a receiver brings fewer than its rate says, time goes on by a jump: what comes is of now.
 * Not thread-safe.
 */
final class SampleTime {
    private static final double NS_PER_S = 1e9;

    /** Longer than the pauses of networks and collectors. */
    private static final long WINDOW_NS = 10_000_000_000L;

    /** 0.05 %: five times as much as any quartz is off. */
    private static final long SLEW_NS = WINDOW_NS / 2000;

    /** With arrivals that jitter by a millisecond, the drift is known to 17 ppm then. */
    private static final long KNOWN_NS = 6 * WINDOW_NS;

    /** Windows that are late one after the other: one may be a pause of a network, behind which what it held back comes at once. */
    private static final int SURE = 3;

    /** By so much samples may be late for long. */
    private static final long MOST_LATE_NS = 1_000_000_000L;

    private final double rateHz;
    private final long[] foundOriginNs = new long[SURE];
    private final long[] foundAtNs = new long[SURE];
    private int windows;
    private int lateWindows;
    private boolean begun;
    private long originNs;
    private long settledAtNs;
    private long settledOriginNs;
    private long windowFromNs;
    private long leastLagNs;

    /** @param rateHz samples a second, as the receiver was told */
    SampleTime(double rateHz) {
        this.rateHz = rateHz;
    }

    /** Another connection: its samples are counted from 0. */
    void beginAnew() {
        begun = false;
        windows = 0;
        lateWindows = 0;
    }

    /**
     * Samples have come.
     *
     * @param count all samples that were taken up to the last that came
     * @param nowNs when it came
     */
    void arrived(long count, long nowNs) {
        if (!begun) {
            begun = true;
            originNs = nowNs - Math.round(count / rateHz * NS_PER_S);
            beginWindow(nowNs);
            return;
        }
        long lagNs = nowNs - nsAt(count);
        if (lagNs < 0) {
            originNs += lagNs;
            lagNs = 0;
        }
        leastLagNs = Math.min(leastLagNs, lagNs);
        if (nowNs - windowFromNs >= WINDOW_NS) {
            endWindow(nowNs);
            beginWindow(nowNs);
        }
    }

    private void endWindow(long nowNs) {
        if (windows == 0) {
            settledAtNs = nowNs;
            settledOriginNs = originNs + leastLagNs;
        }
        foundAtNs[windows % SURE] = nowNs;
        foundOriginNs[windows % SURE] = originNs + leastLagNs;
        windows++;
        lateWindows = leastLagNs > MOST_LATE_NS ? lateWindows + 1 : 0;
        if (lateWindows < SURE) {
            originNs += Math.min(leastLagNs, SLEW_NS);
        } else {
            originNs += leastLagNs;
            lateWindows = 0;
        }
    }

    private void beginWindow(long nowNs) {
        windowFromNs = nowNs;
        leastLagNs = Long.MAX_VALUE;
    }

    /** When a sample was taken, ns. */
    long nsAt(long index) {
        return originNs + Math.round(index / rateHz * NS_PER_S);
    }

    /** By how much the receiver's clock is fast, 1e-6; NaN for the first minute of a connection. */
    double driftPpm() {
        if (windows < SURE) {
            return Double.NaN;
        }
        int least = 0;
        for (int i = 1; i < SURE; i++) {
            least = foundOriginNs[i] < foundOriginNs[least] ? i : least;
        }
        long observedNs = foundAtNs[least] - settledAtNs;
        return observedNs < KNOWN_NS ? Double.NaN : 1e6 * (settledOriginNs - foundOriginNs[least]) / observedNs;
    }
}
