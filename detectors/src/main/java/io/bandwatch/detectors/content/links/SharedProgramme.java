package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.Repeat;

/**
 * How much of a carrier was heard on another one before.
 *
 * @param subject of which carrier
 * @param other on which it was heard
 * @param since first step of it, since 1970
 * @param until step behind the last, since 1970
 * @param steps how much
 * @param lag how many steps before, the last time
 */
public record SharedProgramme(Subject subject, Subject other, long since, long until, long steps, double lag) {
    static SharedProgramme of(Subject subject, Repeat repeat) {
        return new SharedProgramme(
                subject, repeat.other(), repeat.from(), repeat.until(), repeat.until() - repeat.from(), repeat.lag());
    }

    /** With another stretch, or with what is known of one by now; what was heard several times counts once. */
    SharedProgramme with(Repeat repeat) {
        long more = Math.max(0, repeat.until() - Math.max(repeat.from(), until));
        return new SharedProgramme(subject, other, since, Math.max(until, repeat.until()), steps + more, repeat.lag());
    }
}
