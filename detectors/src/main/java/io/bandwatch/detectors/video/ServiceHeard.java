package io.bandwatch.detectors.video;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.TrackState;
import org.jspecify.annotations.Nullable;

/** What is heard of a service in one look. */
final class ServiceHeard {
    /** Quieter is silence for whoever looks at a still picture. */
    private static final double SOUND_LUFS = -60;

    /** Nothing in a broadcast is quieter. */
    private static final double LOWEST_LUFS = -120;

    private ServiceHeard() {}

    /** Whether any track has sound; what was left out of one did not look silent. */
    static boolean isSound(AvFrame look) {
        for (AudioObservation track : look.audio()) {
            AudioMeasurement sound = track.sound();
            boolean heard = sound != null && lufs(sound) > SOUND_LUFS;
            if (heard || (sound == null && track.account().state() == TrackState.SAMPLED)) {
                return true;
            }
        }
        return false;
    }

    /** Loudness of a look, LUFS; -120 at least, NaN where it has no whole block. */
    static double lufs(AudioMeasurement sound) {
        double power = 0;
        for (double block : sound.weightedMeanSquare()) {
            power += block;
        }
        double mean = power / sound.weightedMeanSquare().length;
        return Math.max(LOWEST_LUFS, AudioMeasurement.loudness(mean));
    }

    /** Whether the first track has a left and a right. */
    static boolean isOfTwoChannels(AvFrame look) {
        return look.audio().length > 0 && look.audio()[0].channels() == 2;
    }

    /** What most listeners hear; null where there is no whole block of it. */
    static @Nullable AudioMeasurement main(AvFrame look) {
        AudioMeasurement sound = look.mainSound();
        return sound == null || sound.weightedMeanSquare().length == 0 ? null : sound;
    }
}
