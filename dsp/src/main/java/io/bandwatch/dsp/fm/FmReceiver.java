package io.bandwatch.dsp.fm;

import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.dsp.rds.RdsDemodulator;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RdsBits;

/**
 * Receives one FM channel frame by frame: discriminator, deviation, pilot, sound and radio data. Everything is a function
 * of the frame and its lead-in, so that channels may start and stop, and runs be resumed, at any frame.
 *
 * <p>Noise is measured between {@value #NOISE_LOW_HZ} and {@value #NOISE_HIGH_HZ} Hz, above the top subcarrier, and in the
 * gaps on either side of the pilot. Behind a
 * discriminator the density of noise grows with the square of the frequency (S. O. Rice, "Noise in FM receivers", 1963),
 * which tells its share everywhere below.
 *
 * <p>Not thread-safe; allocates only what it returns.
 */
public final class FmReceiver {
    /** Deviation that stands for full scale, Hz: the limit of ITU-R BS.450. */
    public static final double FULL_SCALE_HZ = 75e3;

    private static final double TOP_HZ = 65e3;
    private static final double NOISE_LOW_HZ = 68e3;
    private static final double NOISE_HIGH_HZ = 95e3;

    /** Where the narrower channel filter still passes the noise that a discriminator hears at that frequency. */
    private static final double NARROW_NOISE_HIGH_HZ = 74e3;

    /** Every fourth sample tells how the envelope varies. */
    private static final int ENVELOPE_STRIDE = 4;

    private static final int MULTIPLEX_FACTOR = 4;
    private static final int AUDIO_FACTOR = 8;

    private final double rateHz;
    private final Discriminator discriminator = new Discriminator();
    private final float[] multiplex;
    private final MultiplexSpectrum spectrum;
    private final MultiplexSpectrum.Band whole;
    private final PilotMeter pilot;
    private final SoundReceiver sound;
    private final RdsDemodulator rds;
    private final MultiplexSpectrum.Band data;

    /**
     * @param rateHz rate of the channel, Hz, at least 240 kHz
     * @param mostSamples longest frame with its lead-in
     * @param deEmphasisS time constant, s: 50e-6, in the Americas and Korea 75e-6
     */
    public FmReceiver(double rateHz, int mostSamples, double deEmphasisS) {
        this.rateHz = rateHz;
        this.multiplex = new float[mostSamples];
        this.spectrum = new MultiplexSpectrum(rateHz, mostSamples);
        this.whole = spectrum.band(0, 0, TOP_HZ, MULTIPLEX_FACTOR, Responses.FLAT);
        this.pilot = new PilotMeter(spectrum, rateHz);
        this.sound = new SoundReceiver(spectrum, rateHz, AUDIO_FACTOR, deEmphasisS);
        this.data = spectrum.band(
                RdsDemodulator.SUBCARRIER_HZ,
                RdsDemodulator.SUBCARRIER_HZ - RdsDemodulator.HALF_WIDTH_HZ,
                RdsDemodulator.SUBCARRIER_HZ + RdsDemodulator.HALF_WIDTH_HZ,
                dataFactor(rateHz),
                Responses.dataShaping(RdsDemodulator.BIT_S));
        this.rds = new RdsDemodulator(data.rateHz(), data.zeroHz());
    }

    /** So that at least eight samples fall on a bit. */
    private static int dataFactor(double rateHz) {
        int factor = 1;
        while (rateHz / (2 * factor) * RdsDemodulator.BIT_S >= 7.5) {
            factor *= 2;
        }
        return factor;
    }

    /**
     * Receives a frame.
     *
     * @param z samples of the channel
     * @param startS time after sample 0 at which the frame starts, behind its lead-in, s
     * @param firstMeasured first sample of the measured interval
     * @param measured its length
     * @param feedHz centre of the feed that the channel was cut out of, Hz
     * @param narrow whether with the narrower filter
     */
    public FmReception receive(
            ChannelSamples z, double startS, int firstMeasured, int measured, double feedHz, boolean narrow) {
        int samples = z.count();
        double zeroHz = feedHz + z.zeroHz();
        double meanHz = discriminate(z, firstMeasured, measured);
        double frequencyHz = zeroHz + meanHz;
        double centreHz = Math.rint(frequencyHz / FmReception.STEP_HZ) * FmReception.STEP_HZ;
        spectrum.load(multiplex, samples);
        double noiseHz2PerHz3 = noise(narrow ? NARROW_NOISE_HIGH_HZ : NOISE_HIGH_HZ);
        int[] histogram = new int[FmReception.STEPS];
        double meanSquare = histogram(whole.take(), firstMeasured, measured, frequencyHz - centreHz, histogram);
        pilot.measure(firstMeasured, measured);
        AudioMeasurement audio = sound.measure(pilot, firstMeasured, measured, noiseHz2PerHz3);
        float[] subcarrier = data.take();
        RdsBits bits = rds.demodulate(
                subcarrier,
                samples * data.rateHz() / rateHz,
                startS,
                firstMeasured / rateHz,
                (firstMeasured + measured) / rateHz);
        return new FmReception(
                narrow,
                measured / rateHz,
                frequencyHz,
                centreHz,
                histogram,
                meanSquare,
                noiseHz2PerHz3 * TOP_HZ * TOP_HZ * TOP_HZ / 3.0,
                envelopeVariation(z, firstMeasured, measured),
                pilot.deviationHz(),
                pilot.snrDb(),
                pilot.frequencyHz(),
                audio,
                bits);
    }

    /** What there is to hear in the measured interval of the frame received last; a copy. */
    public ReceivedSound heard() {
        return sound.heard();
    }

    private static double envelopeVariation(ChannelSamples z, int firstMeasured, int measured) {
        float[] re = z.re();
        float[] im = z.im();
        double second = 0.0;
        double fourth = 0.0;
        int samples = 0;
        for (int i = firstMeasured; i < firstMeasured + measured; i += ENVELOPE_STRIDE) {
            samples++;
            double power = (double) re[i] * re[i] + (double) im[i] * im[i];
            second += power;
            fourth += power * power;
        }
        return fourth * samples / (second * second) - 1.0;
    }

    /** Fills the multiplex with the deviation from its mean over the measured interval, which is returned, Hz. */
    private double discriminate(ChannelSamples z, int firstMeasured, int measured) {
        discriminator.advances(z, (float) (rateHz / (2.0 * Math.PI)), multiplex);
        double sum = 0.0;
        for (int i = firstMeasured; i < firstMeasured + measured; i++) {
            sum += multiplex[i];
        }
        float mean = (float) (sum / measured);
        for (int i = 1; i < z.count(); i++) {
            multiplex[i] -= mean;
        }
        return mean;
    }

    /**
     * Density of noise at 1 Hz, by which the square of the frequency is to be multiplied; Hz^2/Hz per Hz^2. Programme and
     * neighbours can only add to a gap of the multiplex, so the emptiest gap speaks.
     */
    private double noise(double highestHz) {
        double above = noise(NOISE_LOW_HZ, Math.min(highestHz, 0.45 * rateHz));
        return Math.min(above, Math.min(noise(16_500.0, 18_300.0), noise(19_700.0, 22_500.0)));
    }

    private double noise(double lowHz, double highHz) {
        double meanSquareHz2 = (highHz * highHz * highHz - lowHz * lowHz * lowHz) / (3.0 * (highHz - lowHz));
        return spectrum.density(lowHz, highHz) / meanSquareHz2;
    }

    private double histogram(float[] analytic, int firstMeasured, int measured, double shiftHz, int[] histogram) {
        int from = whole.firstFrom(firstMeasured);
        int to = whole.firstFrom(firstMeasured + measured);
        double squares = 0.0;
        for (int i = from; i < to; i++) {
            double deviationHz = analytic[2 * i];
            squares += deviationHz * deviationHz;
            int step = (int) Math.rint((deviationHz + shiftHz) / FmReception.STEP_HZ) + FmReception.STEPS / 2;
            histogram[Math.max(0, Math.min(FmReception.STEPS - 1, step))]++;
        }
        return squares / Math.max(1, to - from);
    }
}
