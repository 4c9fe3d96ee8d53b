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
        rest();
    }

    /**
     * The same of two channels at once: each sample of a channel waits for the one before it, and meanwhile the other channel
     * goes on. The sections are worked on in copies that nobody else sees, which the compiler keeps in registers.
     */
    static void filter(KWeightingFilter[] two, StereoSound plain, StereoSound weighted, int from, int to) {
        Section sumShelf = new Section(two[0].shelf);
        Section sumHighPass = new Section(two[0].highPass);
        Section differenceShelf = new Section(two[1].shelf);
        Section differenceHighPass = new Section(two[1].highPass);
        float[] sum = plain.sum();
        float[] difference = plain.difference();
        float[] weightedSum = weighted.sum();
        float[] weightedDifference = weighted.difference();
        for (int i = from; i < to; i++) {
            weightedSum[i] = (float) sumHighPass.next(sumShelf.next(sum[i]));
            weightedDifference[i] = (float) differenceHighPass.next(differenceShelf.next(difference[i]));
        }
        two[0].shelf.goOnAs(sumShelf);
        two[0].highPass.goOnAs(sumHighPass);
        two[1].shelf.goOnAs(differenceShelf);
        two[1].highPass.goOnAs(differenceHighPass);
        two[0].rest();
        two[1].rest();
    }

    private void rest() {
        shelf.rest();
        highPass.rest();
    }

    /**
     * One filter in the transposed direct form 2, which loses least of small sounds; what the next sample adds is known before
     * this one is.
     */
    private static final class Section {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double first;
        private double second;
        private double last;

        Section(Biquad filter) {
            b0 = filter.b0();
            b1 = filter.b1();
            b2 = filter.b2();
            a1 = filter.a1();
            a2 = filter.a2();
        }

        /** The same, in the same state. */
        Section(Section other) {
            b0 = other.b0;
            b1 = other.b1;
            b2 = other.b2;
            a1 = other.a1;
            a2 = other.a2;
            goOnAs(other);
        }

        /** Takes over what another remembers. */
        final void goOnAs(Section other) {
            first = other.first;
            second = other.second;
            last = other.last;
        }

        double next(double x) {
            double y = b0 * x + first - a1 * last;
            first = b1 * x + second;
            second = b2 * x - a2 * y;
            last = y;
            return y;
        }

        void rest() {
            first = Math.abs(first) < NOTHING ? 0.0 : first;
            second = Math.abs(second) < NOTHING ? 0.0 : second;
            last = Math.abs(last) < NOTHING ? 0.0 : last;
        }
    }
}
