package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.Following.Phase;
import io.bandwatch.signal.AudioMeasurement;
import java.io.Serializable;

/**
 * Follows a programme along its reference, at a delay that is found and kept, and finds where it becomes something else and
 * where it is the same again.
 *
 * <p>A word of the same sound differs in some bits, of other sound in half of them. The evidence of a change is the sum of
 * the logarithms of how much more likely the bits are if it has happened, held at zero from below (E. S. Page, "Continuous
 * inspection schemes", Biometrika 41, 1954); the change began where the sum last left zero.
 */
final class Follower implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Words of the reference are waited for as long, steps: a second, for programmes that come a little earlier. */
    private static final long LAG = 50;

    /** To either side of a faint moment, steps: a tenth of a second. */
    private static final long BESIDE = 5;

    private static final long SEARCH_EVERY = 50;

    /** What need not be in the reference, and was not found so often, is sought each half minute only. */
    private static final int MISSED = 30;

    private static final long SEARCH_SELDOM = 1500;

    /** Window in which a delay is followed, steps: three seconds. */
    private static final long NEAR = 150;

    /** Clocks drift by 100 ppm, which is less than a step in a minute. */
    private static final long DRIFT = 2;

    private static final double BETTER = 0.01;

    /** Bits that differ in the same sound at its worst, where it was the same, and where it was not: not to go back and forth. */
    private static final Odds CHANGE = Odds.against(0.15);

    private static final Odds RETURN = Odds.against(0.2);

    /** Evidence for a change, nats: about a second of other sound. */
    private static final double DECIDED = 60;

    /** On air, so much more than what is faint in the reference is more than noise. */
    private static final double LOUDER_DB = 8;

    /** Where the reference is silent, less is enough: there is nothing that a compressor could have made louder. */
    private static final double SILENCE_BELOW_DB = 20;

    private static final double UNIT_DB = AudioMeasurement.LEVEL_UNIT_DB;

    /** Where the reference is silent and the air is loud, it is as if so many bits were compared, and half of them differed. */
    private static final int UNLIKE_BITS = 20;

    /** A delay is taken where fewer bits differ. */
    static final double FOUND = 0.22;

    private final long mostDelay;

    /**
     * How much more likely a bit is in other sound than in the same.
     *
     * @param wrong logarithm of that if it differs
     * @param right if it does not
     */
    private record Odds(double wrong, double right) {
        static Odds against(double share) {
            return new Odds(Math.log(0.5 / share), Math.log(0.5 / (1 - share)));
        }

        /** Share of differing bits that speaks neither way. */
        double balance() {
            return -right / (wrong - right);
        }

        double nats(int differing, int compared) {
            return differing * wrong + (compared - differing) * right;
        }
    }

    /** @param mostDelayS longest delay of a programme behind its reference, s */
    Follower(double mostDelayS) {
        this.mostDelay = Math.round(mostDelayS * 1e9 / PrintLine.STEP_NS);
    }

    /** Words of the reference that are needed. */
    int referenceWords() {
        return (int) (mostDelay + 2 * LAG + Alignment.WINDOW);
    }

    /** Words of the programme that are needed. */
    int airWords() {
        return (int) (2 * LAG + Alignment.WINDOW);
    }

    /** A larger share of differing bits than this speaks for other sound. */
    static double limit() {
        return CHANGE.balance();
    }

    /**
     * Goes on as far as both are known.
     *
     * @param must whether the programme must be in the reference
     */
    Following after(Following before, PrintLine air, PrintLine reference, boolean must) {
        Following now = before.next() < air.from() || before.next() > air.until() ? resumed(before, air) : before;
        while (now.next() + LAG < air.until() && now.next() + LAG < reference.until() + Math.max(now.delay(), 0)) {
            now = step(now, air, reference, must).at(now.next() + Alignment.STRIDE);
        }
        return now;
    }

    /** After a gap nothing is held against anybody. */
    private static Following resumed(Following before, PrintLine air) {
        long next = -Math.floorDiv(-air.from(), (long) Alignment.STRIDE) * Alignment.STRIDE;
        long since = before.phase() == Phase.SOUGHT ? next : before.since();
        return new Following(
                before.phase(), next, before.delay(), 0, next, next, since, next, before.errors(), before.gain(), 0, 0);
    }

    private Following step(Following now, PrintLine air, PrintLine reference, boolean must) {
        boolean sought = now.phase() == Phase.SOUGHT;
        Following weighed = sought ? now : weighed(now, air, reference);
        long every = sought && !must && now.evidence() >= MISSED ? SEARCH_SELDOM : SEARCH_EVERY;
        boolean due = weighed.next() - weighed.searched() >= every;
        return due ? searched(weighed.searchedNow(), air, reference) : weighed;
    }

    private Following weighed(Following now, PrintLine air, PrintLine reference) {
        long there = now.next() - now.delay();
        if (!reference.holds(there)) {
            return now;
        }
        boolean same = now.phase() == Phase.SAME;
        boolean faint = reference.isFaint(there);
        boolean silent = isSilent(reference, there);
        if (faint && !isLoud(now, air, reference, silent)) {
            return now;
        }
        long one = air.at(now.next());
        long other = reference.anyAt(there);
        int compared = silent ? UNLIKE_BITS : Integer.bitCount(SoundWord.compared(one, other));
        if (compared == 0) {
            return now;
        }
        int wrong = silent ? UNLIKE_BITS / 2 : SoundWord.wrong(one, other);
        double nats = same ? CHANGE.nats(wrong, compared) : -RETURN.nats(wrong, compared);
        Following next = now.weighed(nats, wrong, compared);
        if (same && !faint && next.evidence() == 0) {
            next = next.louder(air.loudness(now.next()) - reference.loudness(there));
        }
        if (next.evidence() < DECIDED) {
            return next;
        }
        return same ? next.lost(next.turned()) : next.found(now.delay(), next.turned());
    }

    /** Whether a tenth of a second before it, then and a tenth after it nothing is heard: an edge may be off by a step. */
    private static boolean isSilent(PrintLine reference, long step) {
        return reference.isSilent(step - BESIDE) && reference.isSilent(step) && reference.isSilent(step + BESIDE);
    }

    /** Whether it is louder on air than what is faint in the reference, and on either side of it, can be. */
    private static boolean isLoud(Following now, PrintLine air, PrintLine reference, boolean silent) {
        long there = now.next() - now.delay();
        if (!reference.isFaint(there - BESIDE) || !reference.isFaint(there + BESIDE)) {
            return false;
        }
        double faint = reference.faintBelow(there);
        double below = silent ? Math.max(PrintLine.LEAST, faint - SILENCE_BELOW_DB / UNIT_DB) : faint;
        double most = below + now.gain() + LOUDER_DB / UNIT_DB;
        return air.loudness(now.next()) > most;
    }

    private Following searched(Following now, PrintLine air, PrintLine reference) {
        if (now.phase() == Phase.SAME) {
            return followed(now, air, reference);
        }
        // what lies before the change is the same at the old delay, and says nothing of a new one
        long from =
                now.phase() == Phase.SOUGHT ? now.next() - Alignment.WINDOW : Math.max(now.since(), now.next() - NEAR);
        Alignment.Found found =
                Alignment.search(air, reference, new Alignment.Stretch(from, now.next()), -LAG + 1, mostDelay);
        if (!found.isClear(FOUND)) {
            boolean missed = now.phase() == Phase.SOUGHT && found.errors() < 1;
            return missed ? now.missed(found.errors()) : now;
        }
        long began = beginning(now, air, reference, found.delay());
        return now.found(found.delay(), now.phase() == Phase.SOUGHT ? began : Math.max(now.since(), began));
    }

    /** Where the same sound began, looking back from now. */
    private static long beginning(Following now, PrintLine air, PrintLine reference, long delay) {
        double sum = 0;
        double most = 0;
        long began = now.next();
        for (long step = now.next(); air.holds(step) && reference.holds(step - delay); step -= Alignment.STRIDE) {
            long one = air.at(step);
            long other = reference.at(step - delay);
            sum -= RETURN.nats(SoundWord.wrong(one, other), Integer.bitCount(SoundWord.compared(one, other)));
            if (sum >= most) {
                most = sum;
                began = step;
            }
        }
        return began;
    }

    private static Following followed(Following now, PrintLine air, PrintLine reference) {
        Alignment.Stretch near = new Alignment.Stretch(now.next() - NEAR, now.next());
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
