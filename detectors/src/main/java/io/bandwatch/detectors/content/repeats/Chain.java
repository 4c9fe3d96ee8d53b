package io.bandwatch.detectors.content.repeats;

/**
 * Stretches of a programme, one behind the other, all of which were heard equally long before.
 *
 * @param lag how many steps before
 * @param from first step, since 1970
 * @param until step behind the last, since 1970
 * @param between steps between the stretches
 */
public record Chain(double lag, long from, long until, long between) {
    /** Lags that differ by less are one, steps: half a second. */
    private static final double SAME = 25;

    static Chain of(Repeat repeat) {
        return new Chain(repeat.lag(), repeat.from(), repeat.until(), 0);
    }

    /** Whether a stretch goes on with it, or is a part of it. */
    boolean isContinuedBy(Repeat repeat, long mostBetween) {
        return Math.abs(repeat.lag() - lag) <= SAME && repeat.from() - until <= mostBetween && repeat.until() >= from;
    }

    /** With a stretch, or with what is known of one by now. */
    Chain with(Repeat repeat) {
        long more = Math.max(0, repeat.from() - until);
        return repeat.until() <= until ? this : new Chain(repeat.lag(), from, repeat.until(), between + more);
    }

    /** Its length, steps. */
    double length() {
        return until - from;
    }

    /** Share of it that was heard before. */
    double share() {
        return 1 - (double) between / length();
    }
}
