package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What {@link SoundDetector} remembers of one place.
 *
 * @param memory of the sound
 * @param silence where silence stands
 * @param low where too low a loudness stands
 * @param high where too high a loudness stands
 * @param mono where mono stands
 * @param inverted where inverted phase stands
 */
public record SoundState(
        SoundMemory memory,
        ConditionRun silence,
        ConditionRun low,
        ConditionRun high,
        ConditionRun mono,
        ConditionRun inverted) {
    static final SoundState NOTHING = new SoundState(
            SoundMemory.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING);
}
