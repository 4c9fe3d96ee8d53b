package io.bandwatch.dsp.fm;

import io.bandwatch.dsp.audio.AudioMeter;
import io.bandwatch.dsp.audio.KWeighting;
import io.bandwatch.dsp.audio.StereoSound;
import io.bandwatch.dsp.print.LevelSpectrum;
import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;

/** Sum and difference channel, plain and weighted for loudness, and what they measure. Not thread-safe. */
final class SoundReceiver {
    private static final double LOW_HZ = 30.0;
    private static final double HIGH_HZ = 15e3;

    private final MultiplexSpectrum.RealPair sum;
    private final MultiplexSpectrum.Band difference;
    private final MultiplexSpectrum.Band weightedDifference;
    private final Subcarrier subcarrier;
    private final ProgrammeBands programme;
    private final AudioMeter meter;
    private final LevelSpectrum print;
    private final double deEmphasisS;
    private final StereoRoom plain;
    private final StereoRoom weighted;
    private final double sumNoiseHz3;
    private final double differenceNoiseHz3;
    private final double weightedSumNoiseHz3;
    private final double weightedDifferenceNoiseHz3;
    private int from;
    private int to;
    private boolean stereo;

    /** Room for a sum and a difference. */
    private record StereoRoom(float[] sum, float[] difference) {
        static StereoRoom of(int samples) {
            return new StereoRoom(new float[samples], new float[samples]);
        }
    }

    SoundReceiver(MultiplexSpectrum spectrum, double rateHz, int factor, double deEmphasisS) {
        MultiplexSpectrum.Response deEmphasis = Responses.deEmphasis(deEmphasisS);
        MultiplexSpectrum.Response ear = Responses.weighted(deEmphasis, hz -> 1.0 / FmReceiver.FULL_SCALE_HZ);
        MultiplexSpectrum.Response loudness = Responses.weighted(ear, KWeighting::gain);
        this.deEmphasisS = deEmphasisS;
        this.sum = spectrum.realPair(LOW_HZ, HIGH_HZ, factor, ear, loudness);
        this.difference = spectrum.band(Subcarrier.HZ, Subcarrier.HZ - HIGH_HZ, Subcarrier.HZ + HIGH_HZ, factor, ear);
        this.weightedDifference =
                spectrum.band(Subcarrier.HZ, Subcarrier.HZ - HIGH_HZ, Subcarrier.HZ + HIGH_HZ, factor, loudness);
        this.subcarrier = new Subcarrier(difference.samples());
        this.programme = new ProgrammeBands(spectrum, rateHz, deEmphasis);
        this.meter = new AudioMeter(difference.rateHz(), difference.samples());
        this.print = new LevelSpectrum(difference.rateHz(), difference.samples());
        this.plain = StereoRoom.of(difference.samples());
        this.weighted = StereoRoom.of(difference.samples());
        this.sumNoiseHz3 = noise(LOW_HZ, HIGH_HZ, 0.0, false);
        this.weightedSumNoiseHz3 = noise(LOW_HZ, HIGH_HZ, 0.0, true);
        this.differenceNoiseHz3 = noise(Subcarrier.HZ - HIGH_HZ, Subcarrier.HZ + HIGH_HZ, Subcarrier.HZ, false);
        this.weightedDifferenceNoiseHz3 = noise(Subcarrier.HZ - HIGH_HZ, Subcarrier.HZ + HIGH_HZ, Subcarrier.HZ, true);
    }

    /** Integral of {@code f^2 |H(f - centre)|^2} over a band: noise that the responses let through, Hz^3. */
    private double noise(double lowHz, double highHz, double centreHz, boolean loudness) {
        double stepHz = 10.0;
        double sum = 0.0;
        for (double f = lowHz; f < highHz; f += stepHz) {
            double turn = 2.0 * Math.PI * (f - centreHz) * deEmphasisS;
            double gain = loudness ? KWeighting.gain(f - centreHz) : 1.0;
            sum += f * f * gain * gain / (1.0 + turn * turn) * stepHz;
        }
        return sum;
    }

    /**
     * Measures an interval of the multiplex that was loaded.
     *
     * @param pilot as measured over the same interval
     * @param noiseHz2PerHz3 density of noise at 1 Hz, growing with the square of the frequency
     */
    AudioMeasurement measure(PilotMeter pilot, int firstMeasured, int measured, double noiseHz2PerHz3) {
        from = difference.firstFrom(firstMeasured);
        to = difference.firstFrom(firstMeasured + measured);
        sum.take(plain.sum(), weighted.sum());
        stereo = pilot.present();
        if (stereo) {
            subcarrier.regenerate(pilot, difference.zeroHz(), difference.rateHz(), 0, to);
            subcarrier.demodulate(difference.take(), plain.difference(), 0, to);
            subcarrier.demodulate(weightedDifference.take(), weighted.difference(), 0, to);
        }
        double density = noiseHz2PerHz3 / (FmReceiver.FULL_SCALE_HZ * FmReceiver.FULL_SCALE_HZ);
        AudioMeter.Noise noise = new AudioMeter.Noise(
                density * sumNoiseHz3,
                density * differenceNoiseHz3,
                2.0 * density * (weightedSumNoiseHz3 + (stereo ? weightedDifferenceNoiseHz3 : 0.0)));
        return meter.measure(
                new StereoSound(plain.sum(), plain.difference(), stereo),
                new StereoSound(weighted.sum(), weighted.difference(), stereo),
                from,
                to,
                noise,
                new AudioMeter.Levels(programme.levels(firstMeasured, measured), print.levels(plain.sum(), from, to)));
    }

    /** The interval measured last, as left and right. */
    ReceivedSound heard() {
        float[] left = Arrays.copyOfRange(plain.sum(), from, to);
        float[] right = left.clone();
        for (int i = 0; stereo && i < left.length; i++) {
            left[i] += plain.difference()[from + i];
            right[i] -= plain.difference()[from + i];
        }
        return new ReceivedSound(left, right, difference.rateHz());
    }
}
