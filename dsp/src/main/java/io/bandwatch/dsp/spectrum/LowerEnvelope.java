package io.bandwatch.dsp.spectrum;

import io.bandwatch.signal.Decibels;

/**
 * The line through the lowest places of a spectrum: the lowest point of each cell of 250 kHz, less those that a carrier
 * holds up. A receiver's floor does not climb faster than some decibels per megahertz (3 dB of ripple in 2 MHz: 4.7
 * dB/MHz), so a point that stands higher above another than that slope allows stands on a carrier. Points at the edge of
 * the pass band droop with the receiver's filter and may not depose their neighbours.
 */
final class LowerEnvelope {
    private static final double CELL_HZ = 250e3;
    private static final int FEWEST_CELL_BINS = 8;
    private static final double STEEPEST_DB_PER_HZ = 6e-6;
    private static final double SLACK_DB = 0.3;
    private static final double EDGE_HZ = 60e3;

    /** Below this many cells there is no slope to be seen: the lowest place stands for all. */
    private static final int FEWEST_SLOPED_CELLS = 4;

    /** The lowest of some 8 independent values lies this many deviations below the mean (normal order statistic). */
    private static final double MINIMUM_DEVIATIONS = 1.42;

    private static final double QUIETEST_POWER = 1e-30;

    private final double[] levelDb;
    private final double stepHz;
    private final int[] lowest;
    private final boolean sloped;

    private LowerEnvelope(double[] smooth, double stepHz) {
        this.stepHz = stepHz;
        int bins = smooth.length;
        this.levelDb = new double[bins];
        for (int i = 0; i < bins; i++) {
            levelDb[i] = Decibels.ofPower(Math.max(smooth[i], QUIETEST_POWER));
        }
        long cells = Math.min(Math.round(bins * stepHz / CELL_HZ), bins / FEWEST_CELL_BINS);
        this.lowest = new int[(int) Math.max(1, cells)];
        this.sloped = cells >= FEWEST_SLOPED_CELLS;
        for (int c = 0; c < lowest.length; c++) {
            int from = (int) ((long) c * bins / lowest.length);
            int to = (int) ((long) (c + 1) * bins / lowest.length);
            lowest[c] = lowestBin(from, to);
        }
    }

    /**
     * The envelope, linear, corrected for being a minimum.
     *
     * @param smooth smoothed power per bin
     * @param deviation relative deviation of its noise
     */
    static double[] of(double[] smooth, double stepHz, double deviation) {
        LowerEnvelope envelope = new LowerEnvelope(smooth, stepHz);
        double unbias = 1.0 + MINIMUM_DEVIATIONS * deviation;
        double[] out = new double[smooth.length];
        int last = -1;
        for (int bin : envelope.lowest) {
            if (envelope.holds(bin)) {
                envelope.line(last, bin, unbias, out);
                last = bin;
            }
        }
        for (int i = last; i < out.length; i++) {
            out[i] = unbias * Decibels.toPower(envelope.levelDb[last]);
        }
        return out;
    }

    private int lowestBin(int from, int to) {
        int low = from;
        for (int i = from; i < to; i++) {
            low = levelDb[i] < levelDb[low] ? i : low;
        }
        return low;
    }

    private boolean holds(int bin) {
        for (int other : lowest) {
            double allowedDb = sloped ? SLACK_DB + STEEPEST_DB_PER_HZ * stepHz * Math.abs(bin - other) : 0.0;
            if (levelDb[bin] > levelDb[other] + allowedDb && !(sloped && atEdge(other))) {
                return false;
            }
        }
        return true;
    }

    private boolean atEdge(int bin) {
        return Math.min(bin, levelDb.length - 1 - bin) * stepHz < EDGE_HZ;
    }

    private void line(int from, int to, double unbias, double[] out) {
        for (int i = Math.max(0, from); i <= to; i++) {
            double share = from < 0 ? 1.0 : (double) (i - from) / Math.max(1, to - from);
            double db = from < 0 ? levelDb[to] : (1.0 - share) * levelDb[from] + share * levelDb[to];
            out[i] = unbias * Decibels.toPower(db);
        }
    }
}
