package io.bandwatch.detectors.content.matching;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Reading;

/**
 * Where the condition stands that something differs.
 *
 * @param differs how long sound and pictures have differed, while it lasts
 * @param run where the condition stands
 */
public record Course(Differing differs, ConditionRun run) {
    /** Nothing differed yet. */
    public static final Course NOTHING = new Course(Differing.NOTHING, ConditionRun.NOTHING);

    /** With what sound and pictures say now; what was before the difference began is forgotten. */
    public Course with(Reading sound, Reading picture) {
        boolean lasts = run.since() != null || run.isPresent();
        return new Course((lasts ? differs : Differing.NOTHING).with(sound, picture), run);
    }

    /** With the condition gone on. */
    public Course with(ConditionRun next) {
        return new Course(differs, next);
    }
}
