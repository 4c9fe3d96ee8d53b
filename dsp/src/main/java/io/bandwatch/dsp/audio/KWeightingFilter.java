package io.bandwatch.dsp.audio;

/**
 * The weighting of ITU-R BS.1770-4, annex 1, of one channel, sample by sample. Settles within 50 ms. Not thread-safe;
 * allocates nothing after construction.
 */
final class KWeightingFilter {
    /** Below this, nothing is heard any more, and arithmetic becomes slow. */
    private static final double NOTHING = 1e-30;

    private final Section shelf;
    private final Section highPass;

    KWeightingFilter(double rateHz) {
        this.shelf = new Section(KWeighting.shelf(rateHz));
        this.highPass = new Section(KWeighting.highPass(rateHz));
    }

    /** Weights the samples of {@code x} from one to another into the same places of {@code weighted}. */
    void filter(float[] x, float[] weighted, int from, int to) {
        for (int i = from; i < to; i++) {
            weighted[i] = (float) highPass.next(shelf.next(x[i]));
        }
        shelf.rest();
        highPass.rest();
    }

    /** One filter in the transposed direct form 2, which loses least of small sounds. */
    private static final class Section {
        private final Biquad filter;
        private double first;
        private double second;

        Section(Biquad filter) {
            this.filter = filter;
        }

        double next(double x) {
            double y = filter.b0() * x + first;
            first = filter.b1() * x - filter.a1() * y + second;
            second = filter.b2() * x - filter.a2() * y;
            return y;
        }

        void rest() {
            first = Math.abs(first) < NOTHING ? 0.0 : first;
            second = Math.abs(second) < NOTHING ? 0.0 : second;
        }
    }
}
