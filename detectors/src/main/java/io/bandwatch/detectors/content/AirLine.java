package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.content.picture.PictureFollowing;
import io.bandwatch.detectors.content.picture.PictureLine;

/**
 * One programme on air.
 *
 * @param subject where
 * @param print last words of its sound
 * @param following how its sound stands to the reference
 * @param pictures its last pictures
 * @param pictured how they stand to the reference
 * @param differs in what it differs, while it does
 * @param run where the condition stands
 */
public record AirLine(
        Subject subject,
        PrintLine print,
        Following following,
        PictureLine pictures,
        PictureFollowing pictured,
        Differing differs,
        ConditionRun run) {
    static AirLine of(Subject subject) {
        return new AirLine(
                subject,
                PrintLine.NOTHING,
                Following.NOTHING,
                PictureLine.NOTHING,
                PictureFollowing.NOTHING,
                Differing.NOTHING,
                ConditionRun.NOTHING);
    }

    AirLine with(ConditionRun next) {
        return new AirLine(subject, print, following, pictures, pictured, differs, next);
    }
}
