package io.bandwatch.detectors.watch;

import io.bandwatch.signal.AudioMeasurement;

/**
 * Finds the delay at which two programmes are most alike, by the correlation of their levels in four bands. Levels were
 * chosen over the sound itself: they survive other processing, other emphasis and noise, and a tenth of a second of
 * coarseness is enough to search in. Speech and music swing at 2 to 8 Hz (R. Drullman, J. M. Festen, R. Plomp, "Effect of
 * temporal envelope smearing on speech reception", J. Acoust. Soc. Am. 95, 1994).
 */
final class ProgrammeComparison {
    private static final int BANDS = AudioMeasurement.LEVEL_BANDS;
    private static final int STEPS_PER_S = 1000 / ProgrammeMemory.STEP_MS;

    /** Steps that are averaged for the search. */
    private static final int COARSE = 5;

    private static final int MOST_DELAY = 10 * STEPS_PER_S;
    private static final int WINDOW = 10 * STEPS_PER_S;
    private static final int LEAST_OVERLAP = (int) (1.6 * STEPS_PER_S);

    /** Mean square swing below which a programme has nothing to compare: 1.5 dB. */
    private static final double LEAST_VARIANCE = 4.0;

    /**
     * How far below the loudest a level counts: 25 dB. Deeper, the pauses between words would weigh more than the words, and
     * any two speakers pause at some delay at the same time.
     */
    private static final int DEPTH = (int) (25 / AudioMeasurement.LEVEL_UNIT_DB);

    private ProgrammeComparison() {}

    /**
     * The best agreement.
     *
     * @param delayS how much later the first comes, s
     * @param correlation -1..1
     * @param comparedS length of the overlap, s
     */
    record Agreement(double delayS, double correlation, double comparedS) {
        static final Agreement NONE = new Agreement(0, Double.NaN, 0);

        /** Against what chance gives, which falls with the root of the length. */
        double weight() {
            return correlation * Math.sqrt(comparedS);
        }
    }

    /** The best agreement of the last ten seconds of one with another; NONE where there is too little to compare. */
    static Agreement best(ProgrammeMemory later, ProgrammeMemory earlier) {
        Agreement coarse = search(later, earlier, COARSE, -MOST_DELAY, MOST_DELAY);
        if (Double.isNaN(coarse.correlation())) {
            return coarse;
        }
        int around = (int) Math.rint(coarse.delayS() * STEPS_PER_S);
        Agreement fine = search(later, earlier, 1, around - COARSE, around + COARSE);
        return new Agreement(fine.delayS(), coarse.correlation(), coarse.comparedS());
    }

    private static Agreement search(
            ProgrammeMemory later, ProgrammeMemory earlier, int width, int fromDelay, int toDelay) {
        Averages first = Averages.of(later, width, WINDOW);
        Averages second = Averages.of(earlier, width, Integer.MAX_VALUE);
        Agreement best = Agreement.NONE;
        for (int delay = Math.floorDiv(fromDelay, width); delay <= Math.floorDiv(toDelay, width); delay++) {
            long from = Math.max(first.start, second.start + delay);
            long to = Math.min(first.end(), second.end() + delay);
            if ((to - from) * width < LEAST_OVERLAP) {
                continue;
            }
            double correlation = correlation(first, from, second, from - delay, (int) (to - from));
            Agreement here = new Agreement(
                    (double) delay * width / STEPS_PER_S, correlation, (double) (to - from) * width / STEPS_PER_S);
            if (here.weight() > best.weight() || Double.isNaN(best.correlation())) {
                best = here;
            }
        }
        return best;
    }

    /** Correlation over all bands together; NaN where either hardly swings. */
    private static double correlation(Averages first, long from, Averages second, long secondFrom, int count) {
        double product = 0;
        double firstSquare = 0;
        double secondSquare = 0;
        int a = (int) (from - first.start) * BANDS;
        int b = (int) (secondFrom - second.start) * BANDS;
        for (int band = 0; band < BANDS; band++) {
            double sx = 0;
            double sy = 0;
            double sxx = 0;
            double syy = 0;
            double sxy = 0;
            for (int i = 0; i < count; i++) {
                double x = first.levels[a + i * BANDS + band];
                double y = second.levels[b + i * BANDS + band];
                sx += x;
                sy += y;
                sxx += x * x;
                syy += y * y;
                sxy += x * y;
            }
            product += sxy - sx * sy / count;
            firstSquare += sxx - sx * sx / count;
            secondSquare += syy - sy * sy / count;
        }
        double least = LEAST_VARIANCE * count * BANDS;
        return firstSquare < least || secondSquare < least
                ? Double.NaN
                : product / Math.sqrt(firstSquare * secondSquare);
    }

    /** Means of so many steps, cut at multiples of that since 1970. */
    private record Averages(float[] levels, long start) {
        static Averages of(ProgrammeMemory memory, int width, int most) {
            long first = memory.endStep() - Math.min(most, memory.steps());
            long start = -Math.floorDiv(-first, (long) width);
            int count = (int) Math.max(0, Math.floorDiv(memory.endStep(), (long) width) - start);
            float[] levels = new float[count * BANDS];
            int offset = (int) (start * width - (memory.endStep() - memory.steps()));
            for (int band = 0; band < BANDS; band++) {
                int least = loudest(memory.levels(), band) - DEPTH;
                for (int i = 0; i < count * width; i++) {
                    int level = Math.max(least, memory.levels()[(offset + i) * BANDS + band]);
                    levels[i / width * BANDS + band] += (float) level / width;
                }
            }
            return new Averages(levels, start);
        }

        private static int loudest(byte[] levels, int band) {
            int loudest = 0;
            for (int i = band; i < levels.length; i += BANDS) {
                loudest = Math.max(loudest, levels[i]);
            }
            return loudest;
        }

        long end() {
            return start + levels.length / BANDS;
        }
    }
}
