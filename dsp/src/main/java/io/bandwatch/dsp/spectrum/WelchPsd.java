package io.bandwatch.dsp.spectrum;

import io.bandwatch.dsp.fft.BlockSpectra;
import java.util.Arrays;

/**
 * Averaged periodogram of P. D. Welch ("The use of fast Fourier transform for the estimation of power spectra", IEEE
 * Trans. Audio Electroacoust. AU-15, 1967): Hann window, {@code |X|^2 / (N sum w^2)}, so that the bins of a full-scale
 * tone add up to 1.
 *
 * <p>The transforms are those that channels are cut out of too, without window. The Hann window in its periodic form,
 * {@code w[n] = 0.5 - 0.5 cos(2 pi n / N)}, is laid over them afterwards: in the spectrum it is the sum of three
 * neighbours, {@code X[k]/2 - (X[k-1] + X[k+1])/4} (F. J. Harris, "On the use of windows for harmonic analysis with the
 * discrete Fourier transform", Proc. IEEE 66, 1978, section V.C). Noise bandwidth 1.5 bins; side lobes fall by 18 dB an
 * octave, which keeps a strong station out of its neighbour's channel; a constant component fills exactly three bins.
 *
 * <p>Blocks overlap by a quarter, where the window is so small that two neighbours' powers correlate by less than 10^-4:
 * each block is a look of its own.
 *
 * <p>An impulse would leave its own ragged spectrum in the average. A block whose power stands more than a quarter
 * above the least of its neighbours, four on either side, is left out: impulses are shorter than a block, while
 * fading, gain control and carriers that come on change the level for longer than that, and stay. (Against the median of
 * the whole frame, as was tried first, every step of the gain looks like a burst, and dense ignition noise like none.)
 *
 * <p>Each part of the spectrum is averaged by itself, block after block, so that workers may share the parts and the sums
 * come out the same. All else is for one thread. Allocates nothing after construction.
 */
public final class WelchPsd {
    /** Eleven standard deviations of the power of a 2048-sample block of noise, five of a 256-sample one. */
    private static final double BURST_RATIO = 1.25;

    private static final int BURST_NEIGHBOURS = 4;

    /** Bins of a part: the sums and one block's share of them stay in the nearest cache. */
    private static final int PART_BINS = 1024;

    private final BlockSpectra spectra;
    private final int size;
    private final int[] chosen;
    private final Part[] parts;
    private int looks;

    /** An average over the blocks of each frame that {@code spectra} takes. */
    public WelchPsd(BlockSpectra spectra) {
        this.spectra = spectra;
        this.size = spectra.size();
        this.chosen = new int[spectra.mostBlocks()];
        this.parts = new Part[Math.max(1, size / PART_BINS)];
        for (int p = 0; p < parts.length; p++) {
            parts[p] = new Part(p * (size / parts.length), size / parts.length);
        }
    }

    /** Chooses the blocks that are averaged, after all of the frame's were transformed. */
    public void choose() {
        looks = 0;
        for (int b = spectra.firstOfFrame(); b < spectra.blocks(); b++) {
            if (spectra.energy(b) <= BURST_RATIO * leastAround(b)) {
                chosen[looks++] = b;
            }
        }
    }

    /** Blocks chosen. */
    public int looks() {
        return looks;
    }

    /** How many parts there are to be averaged. */
    public int parts() {
        return parts.length;
    }

    /** Averages one part over the chosen blocks. */
    public void average(int part) {
        parts[part].average();
    }

    /** Mean power per bin once all parts are averaged, by rising frequency, bin {@code size/2} constant. */
    public void power(double[] out) {
        // sum of w^2 = 3/8 N
        double scale = looks == 0 ? 0.0 : 1.0 / (0.375 * size * size * looks);
        for (Part part : parts) {
            part.power(scale, out);
        }
    }

    private double leastAround(int block) {
        double least = spectra.energy(block);
        int end = Math.min(spectra.blocks(), block + BURST_NEIGHBOURS + 1);
        for (int b = Math.max(spectra.firstOfFrame(), block - BURST_NEIGHBOURS); b < end; b++) {
            least = Math.min(least, spectra.energy(b));
        }
        return least;
    }

    /** Some neighbouring bins; squares of real and imaginary parts are summed apart, which the compiler can do at once. */
    private final class Part {
        private final int first;
        private final float[] before;
        private final float[] here;
        private final float[] behind;
        private final float[] sum;

        Part(int first, int bins) {
            this.first = first;
            this.before = new float[2 * bins];
            this.here = new float[2 * bins];
            this.behind = new float[2 * bins];
            this.sum = new float[2 * bins];
        }

        void average() {
            Arrays.fill(sum, 0f);
            for (int i = 0; i < looks; i++) {
                float[] bins = spectra.bins(chosen[i]);
                copy(bins, first - 1, before);
                copy(bins, first, here);
                copy(bins, first + 1, behind);
                add();
            }
        }

        private void copy(float[] bins, int from, float[] to) {
            int start = 2 * (from & (size - 1));
            int straight = Math.min(to.length, bins.length - start);
            System.arraycopy(bins, start, to, 0, straight);
            System.arraycopy(bins, 0, to, straight, to.length - straight);
        }

        /** All arrays are read at the same place: what the compiler needs to see to work on many at once. */
        private void add() {
            for (int j = 0; j < sum.length; j++) {
                float y = 0.5f * here[j] - 0.25f * (before[j] + behind[j]);
                sum[j] += y * y;
            }
        }

        void power(double scale, double[] out) {
            for (int k = 0; k < sum.length / 2; k++) {
                out[(first + k + size / 2) & (size - 1)] = (sum[2 * k] + (double) sum[2 * k + 1]) * scale;
            }
        }
    }
}
