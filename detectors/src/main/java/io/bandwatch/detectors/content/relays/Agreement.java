package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.Subject;

/**
 * What a carrier has in common with a licensed one at one delay. Times are those of the carrier. What was heard <em>lately</em>
 * are sums over the first five minutes of the carrier, from which on what was before weighs less and less.
 *
 * <p>A relay follows the other one for longer than it is behind, which who plays a tape of it does not. And it does so for
 * five minutes and in most of what is heard of it, which who plays a piece of music that the other one played does not; or,
 * as long as not so much was heard, for two minutes and in all of it.
 *
 * @param other the licensed one
 * @param lag how many steps later than it the carrier comes; negative: earlier
 * @param until step behind the last that is known to be the same, since 1970
 * @param steps how much was the same in all
 * @param sameLately how much was the same lately, steps
 * @param heardLately how much of the carrier was heard lately while it could be the same, steps
 * @param idle how much was heard of the carrier since the last that was the same, steps
 */
public record Agreement(
        Subject other, double lag, long until, long steps, double sameLately, double heardLately, long idle) {
    /** Five minutes, steps: as long as pieces of music are, but for few. */
    private static final long LONG = 15_000;

    /** Two minutes, steps: longer than spots. */
    private static final long SHORT = 6000;

    /**
     * So much is most of it. Of music that a carrier plays after other things, five minutes are less, and of a relay that is
     * heard with noise 20 dB below it, prints find more nearly always.
     */
    private static final double MOST = 0.8;

    private static final double STILL_MOST = 0.5;

    /** So much is all of it, and so much still is, with no more since then than thirty seconds, steps. */
    private static final double ALL = 0.9;

    private static final double STILL_ALL = 0.8;
    private static final long SHORT_IDLE = 1500;

    /** What has had nothing in common for so long does not follow any more, steps: a minute. */
    private static final long MOST_IDLE = 3000;

    /** Lags that differ by less are one, steps: half a second. */
    private static final double SAME = 25;

    /** So much was heard lately, with so much more. */
    static double lately(double steps, int more) {
        return Math.min(LONG, steps + more);
    }

    boolean isAt(Subject licensed, double otherLag) {
        return other.equals(licensed) && Math.abs(otherLag - lag) <= SAME;
    }

    /** With so much more of the carrier. */
    Agreement heard(int more) {
        double now = lately(heardLately, more);
        double faded = sameLately * Math.min(1, now / (heardLately + more));
        return new Agreement(other, lag, until, steps, faded, now, idle + more);
    }

    /** With a stretch that is the same, or with what is known of one by now. */
    Agreement with(long from, long before, double nowLag) {
        long more = Math.max(0, before - Math.max(from, until));
        return more == 0 ? this : new Agreement(other, nowLag, before, steps + more, sameLately + more, heardLately, 0);
    }

    boolean isOver() {
        return idle > MOST_IDLE;
    }

    /** Share of what was heard lately that was the same. */
    double share() {
        return Math.min(1, sameLately / heardLately);
    }

    /**
     * Whether the carrier relays the other one.
     *
     * @param already whether it did so far
     */
    boolean isRelay(boolean already) {
        if (steps < Math.abs(lag)) {
            return false;
        }
        boolean most = steps >= LONG && share() >= (already ? STILL_MOST : MOST);
        boolean all = steps >= SHORT && share() >= (already ? STILL_ALL : ALL) && idle <= SHORT_IDLE;
        return most || all;
    }
}
