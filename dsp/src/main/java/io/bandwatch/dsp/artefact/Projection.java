package io.bandwatch.dsp.artefact;

import java.util.Arrays;

/**
 * How much of a channel's power follows given waveforms: projection of its spectra on theirs, with one complex gain a
 * waveform. Gains of their own for parts of the channel were tried: with eight, a carrier was explained by a product 100 kHz
 * beside it, because the carrier's own products with the product's sources lie in the channels of these, 30 dB down, and
 * where the product itself is not, that trace of the carrier explains the carrier.
 *
 * <p>The waveforms are taken one after the other, each for what those before it leave (Cholesky factors of their Gram
 * matrix), so that their shares add up. What chance explains is taken off: of waveforms that have nothing to do with each
 * other the sum over {@code n} snippets is on average as large as the sum of the snippets' own squares, and that can be
 * counted, however few lines a waveform has. Of a waveform that is the channel's own, a snippet's correlation is its
 * power {@code g}, so that taking chance off leaves {@code 1 - sum g^2 / (sum g)^2} of the explained part, which is made
 * up for.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
final class Projection {
    /** A waveform that stands in one snippet alone cannot be told from chance. */
    private static final double LEAST_KEPT = 0.25;

    private final int most;
    private final double ridge;
    private final double[] gram;
    private final double[] cross;
    private final double[] blockCross;
    private final double[] explained;
    private final double[] chance;
    private final double[] solved;
    private final double[] squares;
    private final double[] kept;
    private int waveforms;
    private int blocks;
    private double total;

    /**
     * @param most waveforms at most
     * @param mostBlocks snippets at most
     * @param ridge the Gram matrix is taken so much larger on its diagonal: what is new of a waveform counts in full only
     *     where it is more than this share of its power
     */
    Projection(int most, int mostBlocks, double ridge) {
        this.most = most;
        this.ridge = ridge;
        this.gram = new double[most * most * 2];
        this.cross = new double[most * 2];
        this.blockCross = new double[mostBlocks * most * 2];
        this.explained = new double[most];
        this.chance = new double[most];
        this.kept = new double[most];
        this.squares = new double[most];
        this.solved = new double[2 * most];
    }

    /** Begins anew. */
    void reset(int count) {
        waveforms = count;
        blocks = 0;
        total = 0.0;
        Arrays.fill(gram, 0.0);
        Arrays.fill(cross, 0.0);
        Arrays.fill(squares, 0.0);
    }

    /** Adds a snippet of weight 1. */
    void add(float[] own, float[][] made, int bins) {
        add(own, made, bins, 1.0);
    }

    /**
     * Adds a snippet.
     *
     * @param own bins of the channel, interleaved
     * @param made bins of each waveform, same length
     * @param bins how many bins
     * @param weight of both, in amplitude
     */
    void add(float[] own, float[][] made, int bins, double weight) {
        double sum = 0.0;
        for (int i = 0; i < 2 * bins; i++) {
            sum += (double) own[i] * own[i];
        }
        total += weight * weight * sum;
        for (int r = 0; r < waveforms; r++) {
            addCross(r, own, made[r], bins, weight * weight);
            for (int q = 0; q <= r; q++) {
                addGram(r, q, made, bins, weight * weight);
            }
        }
        blocks++;
    }

    private void addCross(int r, float[] own, float[] made, int bins, double weight) {
        double re = 0.0;
        double im = 0.0;
        for (int k = 0; k < 2 * bins; k += 2) {
            re += (double) own[k] * made[k] + (double) own[k + 1] * made[k + 1];
            im += (double) own[k + 1] * made[k] - (double) own[k] * made[k + 1];
        }
        re *= weight;
        im *= weight;
        int at = 2 * r;
        cross[at] += re;
        cross[at + 1] += im;
        int block = 2 * most * blocks;
        blockCross[block + at] = re;
        blockCross[block + at + 1] = im;
    }

    /** Element (r, q) of the lower triangle: {@code sum conj(made_r) made_q}. */
    private void addGram(int r, int q, float[][] made, int bins, double weight) {
        float[] a = made[r];
        float[] b = made[q];
        double re = 0.0;
        double im = 0.0;
        for (int k = 0; k < 2 * bins; k += 2) {
            re += (double) a[k] * b[k] + (double) a[k + 1] * b[k + 1];
            im += (double) a[k] * b[k + 1] - (double) a[k + 1] * b[k];
        }
        re *= weight;
        im *= weight;
        int at = 2 * (r * most + q);
        gram[at] += re;
        gram[at + 1] += im;
        if (q == r) {
            squares[r] += re * re;
        }
    }

    /** Takes stock; call before the results below. */
    void solve() {
        Arrays.fill(chance, 0.0);
        for (int r = 0; r < waveforms; r++) {
            kept[r] = kept(r);
        }
        factorise();
        forward(cross, 0);
        for (int r = 0; r < waveforms; r++) {
            explained[r] = solvedPower(r) / kept[r];
        }
        for (int b = 0; b < blocks; b++) {
            forward(blockCross, 2 * b * most);
            for (int r = 0; r < waveforms; r++) {
                chance[r] += solvedPower(r) / kept[r];
            }
        }
    }

    private double solvedPower(int r) {
        return solved[2 * r] * solved[2 * r] + solved[2 * r + 1] * solved[2 * r + 1];
    }

    /** What taking chance off leaves of a waveform's part, before {@link #factorise}. */
    private double kept(int r) {
        double power = gram[2 * (r * most + r)];
        double concentrated = power > 0.0 ? squares[r] / (power * power) : 1.0;
        return Math.max(LEAST_KEPT, 1.0 - concentrated);
    }

    /** Lower Cholesky factor of the Gram matrix, in its place. */
    private void factorise() {
        for (int r = 0; r < waveforms; r++) {
            for (int q = 0; q <= r; q++) {
                int at = 2 * (r * most + q);
                double least = q == r ? ridge * gram[at] : 0.0;
                double re = gram[at] + least;
                double im = gram[at + 1];
                for (int p = 0; p < q; p++) {
                    int a = 2 * (r * most + p);
                    int b = 2 * (q * most + p);
                    re -= gram[a] * gram[b] + gram[a + 1] * gram[b + 1];
                    im -= gram[a + 1] * gram[b] - gram[a] * gram[b + 1];
                }
                if (q == r) {
                    gram[at] = Math.sqrt(Math.max(least, re) + Double.MIN_NORMAL);
                    gram[at + 1] = 0.0;
                } else {
                    double pivot = gram[2 * (q * most + q)];
                    gram[at] = re / pivot;
                    gram[at + 1] = im / pivot;
                }
            }
        }
    }

    private void forward(double[] right, int from) {
        for (int r = 0; r < waveforms; r++) {
            double re = right[from + 2 * r];
            double im = right[from + 2 * r + 1];
            for (int q = 0; q < r; q++) {
                int at = 2 * (r * most + q);
                re -= gram[at] * solved[2 * q] - gram[at + 1] * solved[2 * q + 1];
                im -= gram[at] * solved[2 * q + 1] + gram[at + 1] * solved[2 * q];
            }
            double pivot = gram[2 * (r * most + r)];
            solved[2 * r] = re / pivot;
            solved[2 * r + 1] = im / pivot;
        }
    }

    /**
     * The gain of each waveform when all are taken together, in place of {@link #solve}; interleaved real and imaginary
     * parts.
     */
    double[] gains() {
        double[] gains = new double[2 * waveforms];
        factorise();
        forward(cross, 0);
        for (int r = waveforms - 1; r >= 0; r--) {
            double re = solved[2 * r];
            double im = solved[2 * r + 1];
            for (int q = r + 1; q < waveforms; q++) {
                int at = 2 * (q * most + r);
                re -= gram[at] * gains[2 * q] + gram[at + 1] * gains[2 * q + 1];
                im -= gram[at] * gains[2 * q + 1] - gram[at + 1] * gains[2 * q];
            }
            gains[2 * r] = re / gram[2 * (r * most + r)];
            gains[2 * r + 1] = im / gram[2 * (r * most + r)];
        }
        return gains;
    }

    /** Sum over snippets and bins of the channel's own power. */
    double total() {
        return total;
    }

    /** Part of {@link #total} that a waveform explains beyond those before it, chance taken off. */
    double explained(int waveform) {
        return explained[waveform] - chance[waveform];
    }

    /** What chance alone would explain, on average. */
    double chance(int waveform) {
        return chance[waveform];
    }
}
