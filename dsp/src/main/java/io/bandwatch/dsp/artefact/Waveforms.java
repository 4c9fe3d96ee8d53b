package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.fft.Fft;

/**
 * Spectra of snippets, windowed, around one channel: of its own samples, and of what recipes make of other channels'.
 *
 * <p>A snippet's phase counts from its own start. That of a product then lacks the same turn as that of the channel it is
 * compared with, whatever the start, because the frequencies add up; so all that is left to do is to move the product by
 * the whole number of bins by which the zeros of the channels miss each other.
 */
final class Waveforms {
    private final Snippets snippets;
    private final int length;
    private final int size;
    private final Fft fft;
    private final float[] window;
    private final float[] work;
    private final double windowPower;

    Waveforms(Snippets snippets) {
        this.snippets = snippets;
        this.length = snippets.length();
        this.size = snippets.channelSize();
        this.fft = new Fft(size);
        this.work = new float[2 * size];
        this.window = new float[length];
        double sum = 0.0;
        for (int n = 0; n < length; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2.0 * Math.PI * (n + 0.5) / length));
            sum += (double) window[n] * window[n];
        }
        this.windowPower = sum;
    }

    /** Mean power of a bin for noise of a density, 1/Hz. */
    double binPower(double density) {
        return density * snippets.rateHz() * windowPower;
    }

    /** Bins to either side of 0 within a half width. */
    int halfBins(double halfWidthHz) {
        return (int) (halfWidthHz / snippets.stepHz());
    }

    /** Spectrum of a snippet of a channel; bins {@code -half..half} into {@code bins}, interleaved. */
    void own(int channel, int block, int half, float[] bins) {
        float[] run = snippets.run(channel);
        int from = 2 * block * length;
        for (int n = 0; n < length; n++) {
            work[2 * n] = window[n] * run[from + 2 * n];
            work[2 * n + 1] = window[n] * run[from + 2 * n + 1];
        }
        transform(0, half, bins);
    }

    /**
     * Spectrum of what a recipe makes.
     *
     * @param sources of each factor
     * @param zeroHz where the zero of the channel stands that it is compared with, from the centre of the feed, Hz
     */
    void made(Recipe recipe, Suspect.Source[] sources, double zeroHz, int block, int half, float[] bins) {
        int from = 2 * block * length;
        for (int n = 0; n < length; n++) {
            work[2 * n] = window[n];
            work[2 * n + 1] = 0f;
        }
        double offHz = -zeroHz;
        for (int f = 0; f < sources.length; f++) {
            multiply(snippets.run(sources[f].run()), from, recipe.sign(f));
            offHz += recipe.sign(f) * sources[f].channel().zeroHz();
        }
        transform((int) Math.rint(offHz / snippets.stepHz()), half, bins);
    }

    private void multiply(float[] run, int from, int sign) {
        for (int i = 0; i < 2 * length; i += 2) {
            float x = run[from + i];
            float y = sign * run[from + i + 1];
            float re = work[i] * x - work[i + 1] * y;
            work[i + 1] = work[i] * y + work[i + 1] * x;
            work[i] = re;
        }
    }

    private void transform(int offBins, int half, float[] bins) {
        for (int i = 2 * length; i < work.length; i++) {
            work[i] = 0f;
        }
        fft.forward(work);
        for (int k = -half; k <= half; k++) {
            int from = 2 * (k - offBins & size - 1);
            bins[2 * (k + half)] = work[from];
            bins[2 * (k + half) + 1] = work[from + 1];
        }
    }
}
