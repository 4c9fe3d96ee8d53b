package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.content.repeats.Repeat;

/**
 * How much of a carrier was heard on another one lately.
 *
 * @param until step behind the last, since 1970
 * @param steps how much; fewer and fewer of what was heard long ago
 */
public record SharedSteps(long until, double steps) {
    static final SharedSteps NONE = new SharedSteps(Long.MIN_VALUE, 0);

    /** With another stretch, or with what is known of one by now; what was heard several times counts once. */
    SharedSteps with(Repeat repeat) {
        long more = Math.max(0, repeat.until() - Math.max(repeat.from(), until));
        return new SharedSteps(Math.max(until, repeat.until()), steps + more);
    }

    SharedSteps faded(double by) {
        return new SharedSteps(until, steps * by);
    }
}
