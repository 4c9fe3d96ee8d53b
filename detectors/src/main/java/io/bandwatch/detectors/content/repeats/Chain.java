package io.bandwatch.detectors.content.repeats;

import java.util.ArrayList;
import java.util.List;

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

    /** What may be between two stretches of a loop, or behind the last one, steps: a minute. */
    static final long MOST_BETWEEN = 3000;

    /** So much of a loop must have been heard before. */
    private static final double LEAST_SHARE = 0.9;

    /** Those of a programme with what a report tells of it. */
    static List<Chain> continued(List<Chain> before, RepeatReport report) {
        List<Chain> chains = new ArrayList<>(before);
        for (Repeat[] some : List.of(report.over(), report.open())) {
            for (Repeat repeat : some) {
                if (repeat.other().equals(report.subject())) {
                    put(chains, repeat);
                }
            }
        }
        return chains;
    }

    private static void put(List<Chain> chains, Repeat repeat) {
        for (int i = 0; i < chains.size(); i++) {
            if (chains.get(i).isContinuedBy(repeat)) {
                chains.set(i, chains.get(i).with(repeat));
                return;
            }
        }
        chains.add(new Chain(repeat.lag(), repeat.from(), repeat.until(), 0));
    }

    /** Whether a stretch goes on with it, or is a part of it. */
    private boolean isContinuedBy(Repeat repeat) {
        return Math.abs(repeat.lag() - lag) <= SAME && repeat.from() - until <= MOST_BETWEEN && repeat.until() >= from;
    }

    /** Whether the period was heard so many times more, and for so long. */
    boolean isLoop(int times, long leastSteps) {
        return length() >= Math.max(times * lag, (double) leastSteps) && share() >= LEAST_SHARE;
    }

    /** Whether nothing that is heard at a step, or later, can go on with it. */
    boolean isOver(long step) {
        return step - until > MOST_BETWEEN;
    }

    /** With a stretch, or with what is known of one by now. */
    private Chain with(Repeat repeat) {
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
