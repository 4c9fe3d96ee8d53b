package io.bandwatch.detectors.video;

import io.bandwatch.detectors.audio.LearnedLevel;
import io.bandwatch.detectors.audio.OffLevel;
import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.detectors.sound.StereoImage;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a service's sound.
 *
 * @param window the last seconds of the first track
 * @param level the loudness that is the service's own
 * @param strangeSince since when loudness has been off that level, null where it is not
 * @param image how left and right of the first track agreed lately, older sound counting less
 * @param stereoNs time in which they differed, ns
 * @param seenPids tracks that have brought sound
 * @param waitedNs time observed so far, ns
 */
public record ServiceSoundMemory(
        LoudnessWindow window,
        LearnedLevel level,
        @Nullable Instant strangeSince,
        StereoImage image,
        long stereoNs,
        int[] seenPids,
        long waitedNs) {
    static final ServiceSoundMemory NOTHING = new ServiceSoundMemory(
            LoudnessWindow.EMPTY, LearnedLevel.NOTHING, null, StereoImage.NOTHING, 0, new int[0], 0);

    /** Left and right that agree less than this are stereo. */
    private static final double STEREO_CORRELATION = 0.95;

    /** A word or a beat, so that single ones of them decide nothing. */
    private static final double IMAGE_S = 1.0;

    private static final double NS_PER_S = 1e9;

    /** With the tracks that brought sound in a look. */
    ServiceSoundMemory with(AvFrame look) {
        int[] seen = seenPids;
        for (AudioObservation track : look.audio()) {
            if (track.account().decoded() > 0 && !hasSeen(track.pid())) {
                seen = Arrays.copyOf(seen, seen.length + 1);
                seen[seen.length - 1] = track.pid();
            }
        }
        return new ServiceSoundMemory(window, level, strangeSince, image, stereoNs, seen, waitedNs + look.durationNs());
    }

    /** With the sound of the first track; silence teaches nothing. */
    ServiceSoundMemory with(AudioMeasurement sound, AvFrame look, boolean silent, double mostLu, Duration settleAfter) {
        LoudnessWindow heard = window.with(sound.weightedMeanSquare(), look.time());
        double lufs = heard.shortTermLufs();
        StereoImage next = silent ? image : fresh(sound, look);
        boolean wide = !silent && next.correlation() < STEREO_CORRELATION;
        long stereo = stereoNs + (wide ? look.durationNs() : 0);
        if (silent || !Double.isFinite(lufs)) {
            return new ServiceSoundMemory(heard, level, silent ? strangeSince : null, next, stereo, seenPids, waitedNs);
        }
        OffLevel off = new OffLevel(heard, level, mostLu, look.end());
        return new ServiceSoundMemory(
                heard,
                level.with(lufs, look.durationNs(), settleAfter),
                level.isUsable(settleAfter) ? off.strangeSince(strangeSince) : null,
                next,
                stereo,
                seenPids,
                waitedNs);
    }

    private StereoImage fresh(AudioMeasurement sound, AvFrame look) {
        double lookS = look.durationNs() / NS_PER_S;
        return image.faded(Math.exp(-lookS / IMAGE_S)).with(sound, lookS);
    }

    boolean hasSeen(int pid) {
        return Arrays.stream(seenPids).anyMatch(seen -> seen == pid);
    }
}
