package io.bandwatch.detectors.content.repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Stretches of a programme, one behind the other, all of which were heard equally long before; or whole passes of a tape, of which
 * each was started some seconds sooner or later behind the one before.
 *
 * @param lag how many steps before, of the last
 * @param from first step, since 1970
 * @param until step behind the last, since 1970
 * @param between steps between the stretches
 * @param pass first step from which on the lag was this one
 * @param heard steps of all that was heard before
 * @param lags sum of the lags of these steps
 */
public record Chain(double lag, long from, long until, long between, long pass, long heard, double lags) {
    /** Lags that differ by less are one, steps: half a second. */
    private static final double SAME = 25;

    /** A tape is started again so much sooner or later than the last time at most, and so near its end, steps: six seconds, fifteen. */
    private static final double RESTARTED = 300;

    private static final long STARTED_WITHIN = 750;

    /** By then the tape had come so near its end; a piece of music that is like itself at several lags has not. */
    private static final double WHOLE_PASS = 0.9;

    /** What may be between two stretches of a loop, or behind the last one, steps: a minute. */
    static final long MOST_BETWEEN = 3000;

    /** So much of a loop must have been heard before. */
    private static final double LEAST_SHARE = 0.9;

    /** Those of a programme with what a report tells of it. */
    public static List<Chain> continued(List<Chain> before, RepeatReport report) {
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
        int place = place(chains, chain -> chain.isContinuedBy(repeat));
        place = place < 0 ? place(chains, chain -> chain.isRestartedBy(repeat)) : place;
        if (place < 0) {
            chains.add(of(repeat));
        } else {
            chains.set(place, chains.get(place).with(repeat));
        }
    }

    private static int place(List<Chain> chains, Predicate<Chain> wanted) {
        for (int i = 0; i < chains.size(); i++) {
            if (wanted.test(chains.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Chain of(Repeat repeat) {
        long length = repeat.until() - repeat.from();
        return new Chain(repeat.lag(), repeat.from(), repeat.until(), 0, repeat.from(), length, repeat.lag() * length);
    }

    /** Whether a stretch goes on with it, or is a part of it. */
    private boolean isContinuedBy(Repeat repeat) {
        return isAt(repeat) && repeat.from() - until <= MOST_BETWEEN && repeat.until() >= from;
    }

    /** Whether a stretch is the next pass of a tape that was through. */
    private boolean isRestartedBy(Repeat repeat) {
        return Math.abs(repeat.lag() - lag) <= RESTARTED
                && Math.abs(repeat.from() - until) <= STARTED_WITHIN
                && until - pass >= WHOLE_PASS * lag;
    }

    private boolean isAt(Repeat repeat) {
        return Math.abs(repeat.lag() - lag) <= SAME;
    }

    /** Whether the period was heard so many times more, and for so long. */
    public boolean isLoop(int times, long leastSteps) {
        return length() >= Math.max(times * period(), (double) leastSteps) && share() >= LEAST_SHARE;
    }

    /** Whether nothing that is heard at a step, or later, can go on with it. */
    public boolean isOver(long step) {
        return step - until > MOST_BETWEEN;
    }

    /** With a stretch, or with what is known of one by now. */
    private Chain with(Repeat repeat) {
        if (repeat.until() <= until) {
            return this;
        }
        long missing = Math.max(0, repeat.from() - until);
        long more = repeat.until() - until - missing;
        return new Chain(
                repeat.lag(),
                from,
                repeat.until(),
                between + missing,
                isAt(repeat) ? pass : repeat.from(),
                heard + more,
                lags + repeat.lag() * more);
    }

    /** From pass to pass, on average, steps. */
    public double period() {
        return lags / heard;
    }

    /** Its length, steps. */
    public double length() {
        return until - from;
    }

    /** Share of it that was heard before. */
    double share() {
        return 1 - (double) between / length();
    }
}
