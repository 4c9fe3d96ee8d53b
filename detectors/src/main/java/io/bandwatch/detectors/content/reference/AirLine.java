package io.bandwatch.detectors.content.reference;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.content.Prints;
import io.bandwatch.detectors.content.ProgrammeFollowing;
import io.bandwatch.detectors.content.matching.Course;
import io.bandwatch.detectors.content.matching.TimeSignal;

/**
 * One programme on air.
 *
 * @param subject where
 * @param prints its last prints
 * @param following how it stands to the reference
 * @param course where the condition stands that it differs
 * @param signal the time signal in it
 */
public record AirLine(Subject subject, Prints prints, ProgrammeFollowing following, Course course, TimeSignal signal) {
    static AirLine of(Subject subject) {
        return new AirLine(subject, Prints.NOTHING, ProgrammeFollowing.NOTHING, Course.NOTHING, TimeSignal.NONE);
    }

    AirLine with(ConditionRun next) {
        return new AirLine(subject, prints, following, course.with(next), signal);
    }
}
