package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Doubt;
import io.bandwatch.detectors.content.matching.Found;
import io.bandwatch.detectors.content.matching.Odds;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.detectors.content.matching.Stretch;
import java.io.Serializable;

/**
 * Follows a programme along its reference, at a delay that is found and kept, and finds where it becomes something else and
 * where it is the same again.
 *
 * <p>A word of the same sound differs in some bits, of other sound in half of them. The evidence of a change is the sum of
 * the logarithms of how much more likely the bits are if it has happened, held at zero from below (E. S. Page, "Continuous
 * inspection schemes", Biometrika 41, 1954). Where it happened is told by {@link Edge}.
 */
public final class Follower implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Words of the reference are waited for as long, steps: a second, for programmes that come a little earlier. */
    private static final long LAG = 50;

    /** A programme whose clock is fast may come to be so much earlier, steps: ten seconds, as much as 100 ppm are in more than a day. */
    private static final long MOST_AHEAD = 500;

    private static final long SEARCH_EVERY = 50;

    /** What need not be in the reference, and was not found so often, is sought each half minute only. */
    private static final int MISSED = 30;

    private static final long SEARCH_SELDOM = 1500;

    /** Window in which a delay is followed, steps: three seconds. */
    private static final long NEAR = 150;

    /** Where sound recurs, so far from the delay of the pictures it is sought alone, steps: they may hardly move for seconds. */
    private static final long SEEN = 100;

    /** Clocks drift by 100 ppm, which is less than a step in a minute. */
    private static final long DRIFT = 2;

    private static final double BETTER = 0.01;

    /**
     * Bits that differ in the same sound, where it was the same and where it was not: at 0.34 evidence for a change begins, at
     * 0.31 such for a return, not to go back and forth.
     */
    private static final Odds CHANGE = Odds.against(0.2);

    private static final Odds RETURN = Odds.against(0.15);

    /** Evidence for a change, nats: about a second of other sound. */
    private static final double CHANGED = 40;

    /** Evidence for a return, nats: more than a second of the same. */
    private static final double RETURNED = 60;

    /** So much evidence that it is the same again where it was, nats, is waited with before it is taken for the same elsewhere. */
    private static final double RETURNING = RETURNED / 3;

    /** So much larger a share of the bits may differ where it is the same elsewhere, and the reference may be wrong too. */
    private static final double WORSE = 0.08;

    /** A delay is taken where fewer bits differ. */
    static final double FOUND = 0.22;

    /** So much of what was not heard before the change must be the same for a return, where the reference may be wrong too, steps. */
    private static final long FRESH = 75;

    private final long mostDelay;
    private final long earlier;
    private final boolean trusted;

    /** @param mostDelayS longest delay of a programme behind its reference, s */
    public Follower(double mostDelayS) {
        this(mostDelayS, 0);
    }

    /**
     * One of a reference that may be what has changed. Then what goes on as it should is not in the reference; but music recurs, and what
     * is heard now may well be what both had some bars ago. Only what goes on behind the place where the two were the same last is
     * a return.
     *
     * @param mostDelayS longest delay of a programme behind its reference, s
     * @param earlierS how much earlier than it came the reference is told, so that it is the earlier one whichever is, s; of one that is
     *     told when it came, 0, it is known that it is right
     */
    Follower(double mostDelayS, double earlierS) {
        this.mostDelay = Math.round(mostDelayS * 1e9 / PrintLine.STEP_NS);
        this.earlier = Math.round(earlierS * 1e9 / PrintLine.STEP_NS);
        this.trusted = earlier == 0;
    }

    /** Words of the reference that are needed. */
    public int referenceWords() {
        return (int) (mostDelay + 2 * LAG + Alignment.WINDOW);
    }

    /** Words of the programme that are needed. */
    public int airWords() {
        return (int) (2 * LAG + Alignment.WINDOW + MOST_AHEAD);
    }

    /** A larger share of differing bits than this speaks for other sound. */
    static double limit() {
        return CHANGE.balance();
    }

    /**
     * Goes on as far as both are known.
     *
     * @param must whether the programme must be in the reference
     * @param seenS how much later its pictures come than those of the reference, s; NaN where that is not known
     */
    public Following after(Following before, PrintLine air, PrintLine reference, boolean must, double seenS) {
        Following now = before.next() < air.from() || before.next() > air.until() ? resumed(before, air) : before;
        while (now.next() + LAG < air.until()
                && (isAhead(now) || now.next() + LAG < reference.until() + Math.max(now.delay(), -MOST_AHEAD))) {
            now = step(now, air, reference, must, seenS).at(now.next() + Alignment.STRIDE);
        }
        return now;
    }

    /** Where it is sought, a reference that is told earlier than it came is not waited for. */
    private boolean isAhead(Following now) {
        return earlier > 0 && now.phase() == Phase.SOUGHT;
    }

    /** After a gap nothing is held against anybody: a gap on air, or of a reference that was waited for until what was on air was forgotten. */
    private Following resumed(Following before, PrintLine air) {
        long next = -Math.floorDiv(-air.from(), (long) Alignment.STRIDE) * Alignment.STRIDE;
        long since = before.phase() == Phase.SOUGHT ? next : before.since();
        boolean waited = air.words().length >= airWords();
        return before.resumed(next, since, waited);
    }

    private Following step(Following now, PrintLine air, PrintLine reference, boolean must, double seenS) {
        boolean sought = now.phase() == Phase.SOUGHT;
        Following weighed = sought ? now : weighed(now, air, reference);
        long every = sought && !must && now.evidence() >= MISSED ? SEARCH_SELDOM : SEARCH_EVERY;
        boolean due = weighed.next() - weighed.searched() >= every;
        return due ? searched(weighed.searchedNow(), air, reference, seenS) : weighed;
    }

    private static Following weighed(Following now, PrintLine air, PrintLine reference) {
        Moment moment = Moment.of(now, now.next(), now.delay(), air, reference);
        boolean same = now.phase() == Phase.SAME;
        Following heard = same ? now.with(doubt(now, moment, air, reference)) : now;
        if (moment.compared() == 0) {
            return heard;
        }
        double nats = same ? moment.nats(CHANGE) : -moment.nats(RETURN);
        Following next = heard.weighed(nats, moment.wrong(), moment.compared());
        if (same && !moment.faint() && next.evidence() == 0) {
            next = moment.heard(next, air, reference);
        }
        if (next.evidence() < (same ? CHANGED : RETURNED)) {
            return next;
        }
        return same
                ? next.lost(Edge.change(next, air, reference))
                : next.found(now.delay(), Edge.back(next, air, reference, now.delay()));
    }

    /** What was the same may come back from a pause at another delay, be it a pause of its own or one of the reference. */
    private static Doubt doubt(Following now, Moment moment, PrintLine air, PrintLine reference) {
        if (!reference.holds(moment.there())) {
            return now.doubt().away(Alignment.STRIDE);
        }
        if (!moment.faint() && moment.isMute(now.gain(), air, reference)) {
            return now.doubt().mute(Alignment.STRIDE);
        }
        return moment.compared() == 0 ? now.doubt() : now.doubt().compared(moment.step());
    }

    private Following searched(Following now, PrintLine air, PrintLine reference, double seenS) {
        if (now.phase() == Phase.SAME) {
            return followed(now, air, reference);
        }
        // what lies before the change is the same at the old delay, and says nothing of a new one
        long from =
                now.phase() == Phase.SOUGHT ? now.next() - Alignment.WINDOW : Math.max(now.since(), now.next() - NEAR);
        Stretch stretch = new Stretch(from, now.next());
        long least = Math.min(0, now.delay()) - LAG + 1;
        long most = now.phase() == Phase.SOUGHT || trusted
                ? mostDelay
                : Math.min(mostDelay, now.delay() + now.next() - now.since() - FRESH);
        boolean returns = !trusted && now.phase() == Phase.DIFFERENT && now.evidence() >= RETURNING;
        if (most < least || returns) {
            return now;
        }
        Found found = Alignment.search(air, reference, stretch, least, most);
        if (!found.isClear(FOUND, Alignment.MARGIN) && !Double.isNaN(seenS)) {
            long seen = Math.round(seenS * 1e9 / PrintLine.STEP_NS);
            found = Alignment.search(air, reference, stretch, seen - SEEN, seen + SEEN);
        }
        if (!found.isClear(FOUND, Alignment.MARGIN) && isAhead(now)) {
            Following before = soughtBefore(now, air, reference);
            if (before.phase() == Phase.SAME) {
                return before;
            }
        }
        if (!found.isClear(FOUND, Alignment.MARGIN)) {
            // what fits at several delays is there, though nobody knows at which
            boolean several = found.errors() <= FOUND;
            boolean missed = now.phase() == Phase.SOUGHT && found.errors() < 1 && !several;
            Following next = now.with(now.doubt().fitting(several));
            return missed && isWhole(now, reference) ? next.missed(found.errors()) : next;
        }
        // a beat is the same from bar to bar, and the melody over it is not: less so than where both were the same
        if (!trusted && now.phase() == Phase.DIFFERENT && found.errors() > now.errors() + WORSE) {
            return now;
        }
        return now.found(found.delay(), Edge.back(now, air, reference, found.delay()));
    }

    /** What comes earlier than the reference is found in what was heard some time ago, the less the sooner. */
    private Following soughtBefore(Following now, PrintLine air, PrintLine reference) {
        for (long ago = earlier / 8; ago <= earlier; ago *= 2) {
            Following before = now.at(Math.floorDiv(now.next() - ago, Alignment.STRIDE) * Alignment.STRIDE);
            if (before.next() - Alignment.WINDOW < air.from()) {
                break;
            }
            Stretch stretch = new Stretch(before.next() - Alignment.WINDOW, before.next());
            Found found = Alignment.search(air, reference, stretch, -LAG + 1, mostDelay);
            if (found.isClear(FOUND, Alignment.MARGIN)) {
                return before.found(found.delay(), Edge.back(before, air, reference, found.delay()));
            }
        }
        return now;
    }

    /** Whether the reference goes back as far as the programme may be behind it; before that it may be where nobody has looked. */
    private boolean isWhole(Following now, PrintLine reference) {
        return reference.from() <= now.next() - mostDelay;
    }

    private static Following followed(Following now, PrintLine air, PrintLine reference) {
        Stretch near = new Stretch(now.next() - NEAR, now.next());
        double here = Alignment.errors(air, reference, now.delay(), near);
        long best = now.delay();
        double least = here - BETTER;
        for (long delay = now.delay() - DRIFT; delay <= now.delay() + DRIFT; delay++) {
            double share = Alignment.errors(air, reference, delay, near);
            if (share < least) {
                least = share;
                best = delay;
            }
        }
        return now.delayed(best);
    }
}
