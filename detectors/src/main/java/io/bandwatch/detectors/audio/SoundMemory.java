package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.detectors.sound.StereoImage;
import io.bandwatch.signal.AudioMeasurement;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a place's sound.
 *
 * @param window the last seconds, noise taken off
 * @param level the loudness that is the station's own
 * @param strangeSince since when loudness has been off that level, null where it is not
 * @param image how left and right agreed lately, older sound counting less
 * @param stereoNs time in which they differed, ns
 */
public record SoundMemory(
        LoudnessWindow window, LearnedLevel level, @Nullable Instant strangeSince, StereoImage image, long stereoNs) {
    static final SoundMemory NOTHING =
            new SoundMemory(LoudnessWindow.EMPTY, LearnedLevel.NOTHING, null, StereoImage.NOTHING, 0);

    private static final double NS_PER_S = 1e9;

    /** Left and right that agree less than this are stereo. */
    private static final double STEREO_CORRELATION = 0.95;

    /** Difference that stands this far above its noise is programme, as a ratio. */
    private static final double ABOVE_NOISE = 2;

    /** A word or a beat, so that single ones of them decide nothing. */
    private static final double IMAGE_S = 1.0;

    SoundMemory with(Heard heard, SoundSettings settings) {
        AudioMeasurement audio = heard.audio();
        LoudnessWindow next = window.with(clean(audio), heard.look().time());
        if (heard.silent()) {
            return new SoundMemory(next, level, strangeSince, image, stereoNs);
        }
        double shortTermLufs = next.shortTermLufs();
        boolean known = Double.isFinite(shortTermLufs);
        boolean judged = known && level.isUsable(settings.settleAfter());
        OffLevel off = new OffLevel(
                next, level, settings.deviationLu(heard.profile()), heard.look().end());
        double lookS = heard.look().durationNs() / NS_PER_S;
        StereoImage fresh = image.faded(Math.exp(-lookS / IMAGE_S)).with(audio, lookS);
        boolean stereo = heard.pilot()
                && heard.look().snrDb() >= settings.lowestStereoSnrDb()
                && fresh.correlation() < STEREO_CORRELATION
                && fresh.difference() > ABOVE_NOISE * fresh.differenceNoise();
        return new SoundMemory(
                next,
                known ? level.with(shortTermLufs, heard.look().durationNs(), settings.settleAfter()) : level,
                judged ? off.strangeSince(strangeSince) : null,
                fresh,
                stereoNs + (stereo ? heard.look().durationNs() : 0));
    }

    /** Blocks of loudness with the noise of the whole look taken off: single blocks of noise are above and below its mean. */
    private static double[] clean(AudioMeasurement audio) {
        double[] blocks = audio.weightedMeanSquare();
        double mean = Arrays.stream(blocks).average().orElse(0);
        double share = mean > 0 ? Math.max(0, 1 - audio.expectedWeightedNoise() / mean) : 0;
        return Arrays.stream(blocks).map(block -> share * block).toArray();
    }
}
