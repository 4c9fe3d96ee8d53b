package io.bandwatch.dsp.filter;

/** A run of samples of one channel, real and imaginary parts apart. For one thread. */
public final class ChannelSamples {
    private final float[] re;
    private final float[] im;
    private int count;
    private double zeroHz;

    /** Room for a run. */
    public ChannelSamples(int mostSamples) {
        this(new float[mostSamples], new float[mostSamples]);
    }

    private ChannelSamples(float[] re, float[] im) {
        this.re = re;
        this.im = im;
    }

    /** Samples from elsewhere, with the frequency that stands at 0 in them; they are not copied. */
    public static ChannelSamples of(float[] re, float[] im, double zeroHz) {
        ChannelSamples samples = new ChannelSamples(re, im);
        samples.start(re.length, zeroHz);
        return samples;
    }

    void start(int samples, double frequencyHz) {
        this.count = samples;
        this.zeroHz = frequencyHz;
    }

    /** Samples of the run. */
    public int count() {
        return count;
    }

    /** Real parts; longer than the run. */
    public float[] re() {
        return re;
    }

    /** Imaginary parts; longer than the run. */
    public float[] im() {
        return im;
    }

    /** Frequency, from the centre of the feed, that stands at 0, Hz. */
    public double zeroHz() {
        return zeroHz;
    }
}
