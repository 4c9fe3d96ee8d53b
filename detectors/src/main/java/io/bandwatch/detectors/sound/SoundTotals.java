package io.bandwatch.detectors.sound;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.time.Instant;

/**
 * Sums over the sound of one carrier.
 *
 * @param seconds time heard, s
 * @param sumSquareS mean square of the sum channel times time, s
 * @param image of the time with a pilot
 * @param blocks blocks of 50 ms judged
 * @param silent those of them that were silent
 * @param window the last seconds
 * @param loudness how often momentary loudness was how much
 * @param range the same of short-term loudness
 * @param loudestMomentaryLufs loudest 0.4 s; negative infinity before the first
 * @param loudestShortTermLufs loudest 3 s; negative infinity before the first
 * @param truePeak largest magnitude
 */
public record SoundTotals(
        double seconds,
        double sumSquareS,
        StereoImage image,
        long blocks,
        long silent,
        LoudnessWindow window,
        LoudnessHistogram loudness,
        LoudnessHistogram range,
        double loudestMomentaryLufs,
        double loudestShortTermLufs,
        double truePeak) {
    /** Nothing heard. */
    public static final SoundTotals NOTHING = new SoundTotals(
            0,
            0,
            StereoImage.NOTHING,
            0,
            0,
            LoudnessWindow.EMPTY,
            LoudnessHistogram.EMPTY,
            LoudnessHistogram.EMPTY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0);

    /** Less difference than 40 dB below the sum is crosstalk of a mono programme. */
    private static final double STEREO_SHARE = 1e-4;

    /** Silent below this level, as much as a listener hears at -60 LUFS. */
    private static final double SILENCE_POWER = 1e-6;

    /** Of noise alone, one block of 50 ms in thousands is louder than twice its mean. */
    private static final double NOISE_MARGIN = 2.0;

    /** Gating blocks begin every 100 ms (ITU-R BS.1770-4, annex 1): that many of ours. */
    private static final int GATING_STEP = (int) Math.rint(0.1 / AudioMeasurement.LOUDNESS_BLOCK_S);

    /** Of fewer values of short-term loudness, 10 and 95 % of them are single words: half a minute. */
    private static final int LEAST_RANGE_VALUES = 270;

    /** With one more measurement, of a look that began at {@code look}. */
    public SoundTotals with(AudioMeasurement audio, boolean pilot, double lookS, Instant look) {
        double limit = Math.max(SILENCE_POWER, NOISE_MARGIN * audio.expectedNoiseMeanSquare());
        // an inverted programme is all difference
        double differenceLimit = Math.max(SILENCE_POWER, NOISE_MARGIN * audio.expectedDifferenceNoiseMeanSquare());
        boolean differs = audio.meanSquareDifference() > differenceLimit;
        long quiet = 0;
        for (double block : audio.blockMeanSquareSum()) {
            quiet += !differs && block < limit ? 1 : 0;
        }
        LoudnessWindow heard = window.with(audio.weightedMeanSquare(), look);
        LoudnessHistogram counted = loudness;
        LoudnessHistogram ranged = range;
        double momentary = loudestMomentaryLufs;
        double shortTerm = loudestShortTermLufs;
        for (int ago = audio.weightedMeanSquare().length - 1; ago >= 0; ago--) {
            momentary = louder(momentary, heard.momentaryLufs(ago));
            shortTerm = louder(shortTerm, heard.shortTermLufs(ago));
            if (ago % GATING_STEP == 0) {
                counted = counted.with(heard.momentaryLufs(ago));
                ranged = ranged.with(heard.shortTermLufs(ago));
            }
        }
        return new SoundTotals(
                seconds + lookS,
                sumSquareS + audio.meanSquareSum() * lookS,
                pilot ? image.with(audio, lookS) : image,
                blocks + audio.blockMeanSquareSum().length,
                silent + quiet,
                heard,
                counted,
                ranged,
                momentary,
                shortTerm,
                Math.max(truePeak, audio.truePeak()));
    }

    private static double louder(double loudest, double lufs) {
        return Double.isNaN(lufs) ? loudest : Math.max(loudest, lufs);
    }

    /** Whether the difference channel carried something. */
    public boolean isStereo() {
        return image.difference() > Math.max(STEREO_SHARE * image.sum(), NOISE_MARGIN * image.differenceNoise());
    }

    /** What they say. */
    public SoundFigures figures() {
        return new SoundFigures(
                Decibels.ofPower(sumSquareS / seconds),
                loudness.integratedLufs(),
                finite(loudestMomentaryLufs),
                finite(loudestShortTermLufs),
                range.total() < LEAST_RANGE_VALUES ? Double.NaN : range.rangeLu(),
                finite(Decibels.ofAmplitude(truePeak)),
                image.correlation(),
                (double) silent / blocks);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
