package io.bandwatch.detectors.watch;

/**
 * Finds the delay at which two programmes are most alike, by the correlation of their levels in four bands. Levels were
 * chosen over the sound itself: they survive other processing, other emphasis and noise, and a tenth of a second of
 * coarseness is enough to search in. Speech and music swing at 2 to 8 Hz (R. Drullman, J. M. Festen, R. Plomp, "Effect of
 * temporal envelope smearing on speech reception", J. Acoust. Soc. Am. 95, 1994).
 */
final class ProgrammeComparison {
    private static final int STEPS_PER_S = 1000 / ProgrammeMemory.STEP_MS;

    /** Steps that are averaged for the search. */
    private static final int COARSE = 5;

    private static final int MOST_DELAY = 10 * STEPS_PER_S;
    private static final int WINDOW = 10 * STEPS_PER_S;
    private static final int LEAST_OVERLAP = (int) (1.6 * STEPS_PER_S);

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

    /** What is compared of the later one: its last ten seconds. */
    static ProgrammeAverages later(ProgrammeMemory memory) {
        return new ProgrammeAverages(memory, COARSE, WINDOW);
    }

    /** What is compared of the earlier one: all that is known of it. */
    static ProgrammeAverages earlier(ProgrammeMemory memory) {
        return new ProgrammeAverages(memory, COARSE, Integer.MAX_VALUE);
    }

    /** The best agreement of one with another, its delay to a tenth of a second; NONE where there is too little to compare. */
    static Agreement best(ProgrammeAverages later, ProgrammeAverages earlier) {
        return search(later, earlier, COARSE, -MOST_DELAY, MOST_DELAY);
    }

    /** The same agreement with its delay to a step. */
    static Agreement refined(Agreement found, ProgrammeMemory later, ProgrammeMemory earlier) {
        int around = (int) Math.rint(found.delayS() * STEPS_PER_S);
        Agreement fine = search(
                new ProgrammeAverages(later, 1, WINDOW),
                new ProgrammeAverages(earlier, 1, Integer.MAX_VALUE),
                1,
                around - COARSE,
                around + COARSE);
        return new Agreement(fine.delayS(), found.correlation(), found.comparedS());
    }

    private static Agreement search(
            ProgrammeAverages later, ProgrammeAverages earlier, int width, int fromDelay, int toDelay) {
        Agreement best = Agreement.NONE;
        for (int delay = Math.floorDiv(fromDelay, width); delay <= Math.floorDiv(toDelay, width); delay++) {
            long from = Math.max(later.start(), earlier.start() + delay);
            long to = Math.min(later.end(), earlier.end() + delay);
            if ((to - from) * width < LEAST_OVERLAP) {
                continue;
            }
            double correlation = later.correlation(from, earlier, from - delay, (int) (to - from));
            Agreement here = new Agreement(
                    (double) delay * width / STEPS_PER_S, correlation, (double) (to - from) * width / STEPS_PER_S);
            if (here.weight() > best.weight() || Double.isNaN(best.correlation())) {
                best = here;
            }
        }
        return best;
    }
}
