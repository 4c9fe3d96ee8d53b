package io.bandwatch.dsp.ts.clock;

import io.bandwatch.signal.ts.TsPcr;

/**
 * The clock references of one PID.
 *
 * <p>Accuracy (TR 101 290, indicator 2.4 and annex I.5): how far a reference lies from the straight line through the latest
 * {@value #POINTS} against their places in the stream. It says something only where packets come at a constant rate: the line
 * must first hold {@value #LEAST} references within the limit. One that lies further off bends the line no more than one at the limit;
 * {@value #AGREED} in a row that agree begin a new one. Recordings of some PIDs of a multiplex never get there. Where packets were
 * lost, places before and after do not belong together, and a new line begins as well.
 *
 * <p>Jitter, offset and drift (annex I.6, I.7) are the same against arrival, where the transport has it.
 */
public final class PcrTrack {
    private static final int POINTS = 64;
    private static final int LEAST = 10;
    private static final int AGREED = 8;
    /** A step beyond this is a jump, which another indicator counts (2.3.b); what follows is a line of its own. */
    private static final long JUMP_TICKS = Ticks.PER_SECOND / 10;

    private static final double NS_PER_TICK = 1000.0 / 27.0;

    private final int pid;
    private final LineFit rate = new LineFit(POINTS);
    private final LineFit arrival = new LineFit(POINTS);
    private long count;
    private long lastTicks;
    private long lastNs;
    private long unrolled;
    private double intervalS = Double.NaN;
    private double stepS = Double.NaN;
    private double longestS = Double.NaN;
    private double deviationNs = Double.NaN;
    private double worstNs = Double.NaN;
    private double jitterNs = Double.NaN;
    private double offsetPpm = Double.NaN;
    private double driftPpmPerS = Double.NaN;
    private long driftFromNs;
    private int outliers;
    private double lastOutlierNs;
    private boolean agreeing;
    private boolean proven;

    public PcrTrack(int pid) {
        this.pid = pid;
    }

    /**
     * Takes a reference.
     *
     * @param ticks its value
     * @param position place in the stream, packets
     * @param nowNs stream time
     * @param announced a discontinuity was announced since the reference before
     * @param limitNs accuracy that the guideline demands
     */
    public void accept(long ticks, long position, long nowNs, boolean announced, double limitNs) {
        count++;
        intervalS = count == 1 ? Double.NaN : (nowNs - lastNs) * 1e-9;
        long step = count == 1 ? 0 : Ticks.between(lastTicks, ticks);
        stepS = count == 1 || announced ? Double.NaN : (double) step / Ticks.PER_SECOND;
        if (count > 1) {
            longestS = Double.isNaN(longestS) ? intervalS : Math.max(longestS, intervalS);
        }
        unrolled += step;
        lastTicks = ticks;
        lastNs = nowNs;
        if (announced || step < 0 || step > JUMP_TICKS) {
            restart();
            arrival.clear();
        }
        judge(position, limitNs);
    }

    /** Packets were lost: the next reference stands nearer to the last than it was sent. */
    public void gap() {
        restart();
    }

    /** Takes the arrival of the reference just accepted. */
    public void arrived(long nowNs) {
        arrival.add(nowNs, unrolled);
        if (arrival.size() < LEAST) {
            return;
        }
        double jitter = Math.abs(arrival.residual(nowNs, unrolled)) * NS_PER_TICK;
        jitterNs = Double.isNaN(jitterNs) ? jitter : Math.max(jitterNs, jitter);
        double ppm = (arrival.slope() * NS_PER_TICK - 1) * 1e6;
        if (arrival.size() < POINTS) {
            offsetPpm = ppm;
            driftFromNs = nowNs;
        } else if (nowNs - driftFromNs >= arrival.span()) {
            driftPpmPerS = (ppm - offsetPpm) / ((nowNs - driftFromNs) * 1e-9);
            offsetPpm = ppm;
            driftFromNs = nowNs;
        }
    }

    public int pid() {
        return pid;
    }

    /** Stream time since the reference before, s; NaN at the first. */
    public double intervalS() {
        return intervalS;
    }

    /** The clock's own time since the reference before, s; NaN at the first and where a jump was announced. */
    public double stepS() {
        return stepS;
    }

    /** Deviation of the latest reference from the constant rate, ns; NaN where none is proven. */
    public double deviationNs() {
        return deviationNs;
    }

    /** Whether the accuracy of any reference could be told. */
    public boolean judged() {
        return !Double.isNaN(worstNs);
    }

    public long lastNs() {
        return lastNs;
    }

    public TsPcr report() {
        return new TsPcr(pid, count, longestS, worstNs, jitterNs, offsetPpm, driftPpmPerS);
    }

    private void judge(long position, double limitNs) {
        deviationNs = Double.NaN;
        proven |= rate.size() >= LEAST && rate.holds(limitNs / NS_PER_TICK);
        if (!proven) {
            rate.add(position, unrolled);
            return;
        }
        deviationNs = rate.residual(position, unrolled) * NS_PER_TICK;
        worstNs = Double.isNaN(worstNs) ? Math.abs(deviationNs) : Math.max(worstNs, Math.abs(deviationNs));
        // Left out altogether, outliers of both sides would let the line wander off between them.
        double clippedNs = Math.max(-limitNs, Math.min(limitNs, deviationNs));
        rate.add(position, unrolled - Math.round((deviationNs - clippedNs) / NS_PER_TICK));
        if (clippedNs == deviationNs) {
            outliers = 0;
        } else {
            outlier(position, limitNs);
        }
    }

    /** Outliers that agree are a new line; those that never do show that the rate is another one, or none. */
    private void outlier(long position, double limitNs) {
        // Each with the one before: cut off at the limit, they draw a short line to their side, and the first would not
        // know
        // the last.
        agreeing = outliers == 0 || (agreeing && Math.abs(deviationNs - lastOutlierNs) <= limitNs);
        lastOutlierNs = deviationNs;
        outliers++;
        if ((agreeing && outliers >= AGREED) || outliers >= POINTS) {
            restart();
            rate.add(position, unrolled);
        }
    }

    private void restart() {
        rate.clear();
        proven = false;
        outliers = 0;
    }
}
