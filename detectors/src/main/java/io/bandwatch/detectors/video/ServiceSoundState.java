package io.bandwatch.detectors.video;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What {@link ServiceSoundDetector} remembers of one service.
 *
 * @param memory of the sound
 * @param lost where lost sound stands
 * @param silence where silence stands
 * @param low where too low a loudness stands
 * @param high where too high a loudness stands
 * @param mono where mono stands
 * @param inverted where inverted phase stands
 */
public record ServiceSoundState(
        ServiceSoundMemory memory,
        ConditionRun lost,
        ConditionRun silence,
        ConditionRun low,
        ConditionRun high,
        ConditionRun mono,
        ConditionRun inverted) {
    static final ServiceSoundState NOTHING = new ServiceSoundState(
            ServiceSoundMemory.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING);
}
