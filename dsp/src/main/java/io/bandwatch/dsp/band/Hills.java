package io.bandwatch.dsp.band;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a curve into hills: a summit counts when the curve falls from it to below 63 % (2 dB) of its height before a
 * higher one comes, and by more than chance would. The lowest place between two summits parts them.
 */
final class Hills {
    private static final double FALL = 0.63;
    private static final double CHANCE_DEVIATIONS = 5.0;

    /** Part of a summit's own height that modulation within one frame may leave as ripple, per deviation of noise. */
    private static final double RIPPLE = 0.3;

    private final double deviation;
    private final List<Integer> summits = new ArrayList<>();
    private final List<Integer> valleys = new ArrayList<>();

    /**
     * @param curve heights, 0 for nothing
     * @param lowest height from which a summit counts
     * @param deviation standard deviation of the curve where there is nothing
     */
    Hills(double[] curve, double lowest, double deviation) {
        this.deviation = deviation;
        valleys.add(0);
        boolean climbing = true;
        int extreme = 0;
        for (int i = 1; i < curve.length; i++) {
            boolean further = climbing ? curve[i] > curve[extreme] : curve[i] < curve[extreme];
            if (further || (climbing && curve[extreme] < lowest)) {
                extreme = i;
            } else if (climbing && parted(curve[extreme], curve[i])) {
                summits.add(extreme);
                climbing = false;
                extreme = i;
            } else if (!climbing && curve[i] >= lowest && parted(curve[i], curve[extreme])) {
                valleys.add(extreme);
                climbing = true;
                extreme = i;
            }
        }
        if (climbing && curve[extreme] >= lowest) {
            summits.add(extreme);
        }
        valleys.add(curve.length);
        if (valleys.size() > summits.size() + 1) {
            valleys.remove(valleys.size() - 2);
        }
    }

    int count() {
        return summits.size();
    }

    int summit(int hill) {
        return summits.get(hill);
    }

    /** First position of a hill; that of the next one ends it. */
    int start(int hill) {
        return valleys.get(hill);
    }

    private boolean parted(double high, double low) {
        double base = Math.max(0.0, low);
        return base < FALL * high && high - base > CHANCE_DEVIATIONS * deviation * (1.0 + RIPPLE * high);
    }
}
