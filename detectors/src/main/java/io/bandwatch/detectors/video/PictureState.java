package io.bandwatch.detectors.video;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What {@link PictureDetector} remembers of one service.
 *
 * @param memory of the pictures
 * @param black where black stands
 * @param freeze where a freeze stands
 * @param bars where colour bars stand
 * @param mosaic where mosaic stands
 * @param lost where lost pictures stand
 */
public record PictureState(
        PictureMemory memory,
        ConditionRun black,
        ConditionRun freeze,
        ConditionRun bars,
        ConditionRun mosaic,
        ConditionRun lost) {
    static final PictureState NOTHING = new PictureState(
            PictureMemory.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING,
            ConditionRun.NOTHING);

    PictureState with(PictureMemory next) {
        return new PictureState(next, black, freeze, bars, mosaic, lost);
    }
}
