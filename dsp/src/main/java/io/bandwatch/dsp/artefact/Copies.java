package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.fft.Fft;

/**
 * How much of a carrier is another carrier's waveform at another frequency, as a transmitter sends it that mixes its output
 * with a tone of its own: the product of the one with the conjugate of the other, whose amplitude is taken off, is then a
 * line. The same programme from a second transmitter does not do that: a few microseconds of delay turn the line into as
 * much of modulation.
 *
 * <p>Of a neighbour without modulation nothing can be said, since every carrier without modulation has its waveform. How
 * much of the neighbour's own power stands in one place is what chance explains.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
final class Copies {
    /** Bins to either side of the highest that belong to a line: those of a Hann window. */
    private static final int LINE_HALF_BINS = 2;

    private final Snippets snippets;
    private final Fft fft;
    private final float[] window;
    private final float[] work;
    private final double[] difference;
    private final double[] own;

    Copies(Snippets snippets) {
        this.snippets = snippets;
        int size = snippets.channelSize();
        this.fft = new Fft(size);
        this.work = new float[2 * size];
        this.difference = new double[size];
        this.own = new double[size];
        this.window = new float[snippets.length()];
        for (int n = 0; n < window.length; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2.0 * Math.PI * (n + 0.5) / window.length));
        }
    }

    /**
     * Share of all power in the suspect's channel that is a copy, noise counted as power, chance taken off.
     *
     * @param suspect run of the suspect
     * @param neighbour run of the carrier that it may copy
     */
    double share(float[] suspect, float[] neighbour) {
        java.util.Arrays.fill(difference, 0.0);
        java.util.Arrays.fill(own, 0.0);
        for (int b = 0; b < snippets.blocks(); b++) {
            turnedBack(suspect, neighbour, 2 * b * window.length);
            addTo(difference);
            limited(neighbour, 2 * b * window.length);
            addTo(own);
        }
        double chance = concentration(own);
        return chance >= 1.0 ? 0.0 : Math.max(0.0, (concentration(difference) - chance) / (1.0 - chance));
    }

    private void turnedBack(float[] suspect, float[] neighbour, int from) {
        for (int n = 0; n < window.length; n++) {
            float x = neighbour[from + 2 * n];
            float y = neighbour[from + 2 * n + 1];
            float scale = window[n] / (float) Math.sqrt(x * x + y * y + Float.MIN_NORMAL);
            float re = suspect[from + 2 * n];
            float im = suspect[from + 2 * n + 1];
            work[2 * n] = scale * (re * x + im * y);
            work[2 * n + 1] = scale * (im * x - re * y);
        }
    }

    private void limited(float[] neighbour, int from) {
        for (int n = 0; n < window.length; n++) {
            float x = neighbour[from + 2 * n];
            float y = neighbour[from + 2 * n + 1];
            float scale = window[n] / (float) Math.sqrt(x * x + y * y + Float.MIN_NORMAL);
            work[2 * n] = scale * x;
            work[2 * n + 1] = scale * y;
        }
    }

    private void addTo(double[] power) {
        for (int i = 2 * window.length; i < work.length; i++) {
            work[i] = 0f;
        }
        fft.forward(work);
        for (int k = 0; k < power.length; k++) {
            power[k] += (double) work[2 * k] * work[2 * k] + (double) work[2 * k + 1] * work[2 * k + 1];
        }
    }

    /** Share of the power that stands around the highest bin. */
    private static double concentration(double[] power) {
        double sum = 0.0;
        int highest = 0;
        for (int k = 0; k < power.length; k++) {
            sum += power[k];
            highest = power[k] > power[highest] ? k : highest;
        }
        double line = 0.0;
        for (int k = highest - LINE_HALF_BINS; k <= highest + LINE_HALF_BINS; k++) {
            line += power[k & power.length - 1];
        }
        return sum > 0.0 ? line / sum : 0.0;
    }
}
