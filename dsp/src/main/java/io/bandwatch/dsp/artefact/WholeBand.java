package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.fft.Fft;

/**
 * Short stretches of the whole band, with and without one carrier. The stretches lie irregularly all over the frame, as
 * {@link Snippets} do.
 *
 * <p>Not thread-safe; allocates at the first carrier, then nothing.
 */
final class WholeBand {
    /** A station's modulation reaches so far to either side, and is cut out whole, Hz. */
    private static final double CUT_HALF_HZ = 90e3;

    private static final double FLANK_HZ = 30e3;

    private final double rateHz;
    private final int size;
    private final int mostBlocks;
    private final Fft fft;
    private float[][] spectra = {};
    private float[][] windowed = {};
    private final float[] window;
    private final double windowPower;
    private float[] re = {};
    private float[] im = {};
    private int from;
    private int room;
    private boolean transformed;

    /**
     * @param rateHz rate of the feed, Hz
     * @param size samples of a stretch, a power of two; a millisecond at least, so that a cut rings for less than an eighth
     * @param mostBlocks stretches of a frame at most
     */
    WholeBand(double rateHz, int size, int mostBlocks) {
        this.rateHz = rateHz;
        this.size = size;
        this.mostBlocks = mostBlocks;
        this.fft = new Fft(size);
        this.window = new float[size];
        int edge = size / 8;
        int length = size - 2 * edge;
        double sum = 0.0;
        for (int n = 0; n < length; n++) {
            double value = 0.5 - 0.5 * Math.cos(2.0 * Math.PI * (n + 0.5) / length);
            window[edge + n] = (float) value;
            sum += value * value;
        }
        this.windowPower = sum;
    }

    /** The frame from which stretches are taken until the next call; its samples stay the caller's. */
    void begin(float[] re, float[] im, int from, int count) {
        this.re = re;
        this.im = im;
        this.from = from;
        this.room = count - size;
        this.transformed = false;
    }

    /** Stretches of this frame. */
    int blocks() {
        return room < 0 ? 0 : Math.min(mostBlocks, 1 + room / size);
    }

    int size() {
        return size;
    }

    /** Bins to either side of a carrier within a half width. */
    int halfBins(double halfWidthHz) {
        return (int) (halfWidthHz / rateHz * size);
    }

    double stepHz() {
        return rateHz / size;
    }

    /** Mean power of a windowed bin for noise of a density, 1/Hz. */
    double binPower(double density) {
        return density * rateHz * windowPower;
    }

    /** Bins {@code -half..half} of a stretch, windowed, around an offset from the centre of the band. */
    void own(int block, double offsetHz, int half, float[] bins) {
        transform();
        around(windowed[block], offsetHz, half, bins);
    }

    /** A stretch, interleaved, without what lies around an offset from the centre and without the constant component. */
    void without(int block, double offsetHz, float[] samples) {
        transform();
        System.arraycopy(spectra[block], 0, samples, 0, 2 * size);
        samples[0] = 0f;
        samples[1] = 0f;
        int middle = (int) Math.rint(offsetHz / stepHz());
        int cut = halfBins(CUT_HALF_HZ);
        int flank = Math.max(1, halfBins(FLANK_HZ));
        for (int k = -cut - flank; k <= cut + flank; k++) {
            int at = 2 * (middle + k & size - 1);
            int beyond = Math.max(0, Math.abs(k) - cut);
            float keep = (float) (0.5 - 0.5 * Math.cos(Math.PI * beyond / flank));
            samples[at] *= keep;
            samples[at + 1] *= keep;
        }
        fft.inverse(samples);
        float scale = 1f / size;
        for (int i = 0; i < 2 * size; i++) {
            samples[i] *= scale;
        }
    }

    /** Windows samples of a stretch in place, transforms them, and takes bins {@code -half..half} around an offset. */
    void spectrum(float[] samples, double offsetHz, int half, float[] bins) {
        for (int n = 0; n < size; n++) {
            samples[2 * n] *= window[n];
            samples[2 * n + 1] *= window[n];
        }
        fft.forward(samples);
        around(samples, offsetHz, half, bins);
    }

    private void around(float[] spectrum, double offsetHz, int half, float[] bins) {
        int middle = (int) Math.rint(offsetHz / stepHz());
        for (int k = -half; k <= half; k++) {
            int at = 2 * (middle + k & size - 1);
            bins[2 * (k + half)] = spectrum[at];
            bins[2 * (k + half) + 1] = spectrum[at + 1];
        }
    }

    private void transform() {
        if (transformed) {
            return;
        }
        transformed = true;
        if (spectra.length == 0) {
            spectra = new float[mostBlocks][2 * size];
            windowed = new float[mostBlocks][2 * size];
        }
        for (int b = 0; b < blocks(); b++) {
            double place = (b + 0.5) * Snippets.GOLDEN;
            int start = from + (int) ((place - Math.floor(place)) * room);
            for (int n = 0; n < size; n++) {
                spectra[b][2 * n] = re[start + n];
                spectra[b][2 * n + 1] = im[start + n];
                windowed[b][2 * n] = window[n] * re[start + n];
                windowed[b][2 * n + 1] = window[n] * im[start + n];
            }
            fft.forward(spectra[b]);
            fft.forward(windowed[b]);
        }
    }
}
