package io.bandwatch.detectors.video;

import io.bandwatch.detectors.audio.LearnedLevel;
import io.bandwatch.detectors.sound.LoudnessWindow;
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
 * @param strangeSince begin of the look since which loudness was off that level, null where it is not
 * @param seenPids tracks that have brought sound
 * @param waitedNs time observed so far, ns
 */
public record ServiceSoundMemory(
        LoudnessWindow window, LearnedLevel level, @Nullable Instant strangeSince, int[] seenPids, long waitedNs) {
    static final ServiceSoundMemory NOTHING =
            new ServiceSoundMemory(LoudnessWindow.EMPTY, LearnedLevel.NOTHING, null, new int[0], 0);

    /** Half of the deviation that is reported is still the service's own. */
    private static final double STRANGE_SHARE = 0.5;

    /** With the tracks that brought sound in a look. */
    ServiceSoundMemory with(AvFrame look) {
        int[] seen = seenPids;
        for (AudioObservation track : look.audio()) {
            if (track.account().decoded() > 0 && !hasSeen(track.pid())) {
                seen = Arrays.copyOf(seen, seen.length + 1);
                seen[seen.length - 1] = track.pid();
            }
        }
        return new ServiceSoundMemory(window, level, strangeSince, seen, waitedNs + look.durationNs());
    }

    /** With the sound of the first track; silence teaches nothing. */
    ServiceSoundMemory with(AudioMeasurement sound, AvFrame look, boolean silent, double mostLu, Duration settleAfter) {
        LoudnessWindow heard = window.with(sound.weightedMeanSquare(), look.time());
        double lufs = heard.shortTermLufs();
        if (silent || !Double.isFinite(lufs)) {
            return new ServiceSoundMemory(heard, level, silent ? strangeSince : null, seenPids, waitedNs);
        }
        boolean strange = level.isUsable(settleAfter) && Math.abs(lufs - level.lufs()) > STRANGE_SHARE * mostLu;
        return new ServiceSoundMemory(
                heard,
                level.with(lufs, look.durationNs(), settleAfter),
                strange ? (strangeSince == null ? look.time() : strangeSince) : null,
                seenPids,
                waitedNs);
    }

    boolean hasSeen(int pid) {
        return Arrays.stream(seenPids).anyMatch(seen -> seen == pid);
    }
}
