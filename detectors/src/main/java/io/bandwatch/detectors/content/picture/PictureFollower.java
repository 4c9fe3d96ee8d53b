package io.bandwatch.detectors.content.picture;

import io.bandwatch.detectors.content.matching.Found;
import io.bandwatch.detectors.content.matching.Odds;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.detectors.content.matching.Stretch;
import io.bandwatch.signal.av.PicturePrint;
import java.io.Serializable;

/**
 * Follows the pictures of a programme along its reference, at a delay that is found and kept, and finds where they become
 * others and where they are the same again. Evidence is summed up as of sounds (Page's test). Its numbers are larger: the
 * bits of a picture hang together, and so do the pictures of a scene.
 */
public final class PictureFollower implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double NS_PER_S = 1e9;

    /** Prints of the reference are waited for as long, steps: a second, for programmes that come a little earlier. */
    private static final long LAG = 10;

    /** A programme whose clock is fast may come to be so much earlier, steps: ten seconds. */
    private static final long MOST_AHEAD = 100;

    private static final long SEARCH_EVERY = 10;

    /** What is compared to find a delay, steps: ten seconds. */
    private static final long WINDOW = 100;

    /** What must have been different before it is sought everywhere, steps: an insertion is like something by chance. */
    private static final long LONG_DIFFERENT = 60;

    /** Window in which a delay is followed, and least for a delay that is known from elsewhere, steps. */
    private static final long NEAR = 30;

    private static final long SHORT = 20;

    /** So far from a delay that was right, another is sought, steps: in a scene that hardly moves it may have been a guess. */
    private static final long BESIDE = 10;

    /** Picture and sound of a programme are not farther apart, steps. */
    private static final long LIP = 3;

    private static final double BETTER = 0.02;

    /** Bits that differ in the same pictures at their worst, cropped and with subtitles. */
    private static final Odds CHANGE = Odds.against(0.11);

    private static final Odds RETURN = Odds.against(0.08);

    /** Evidence for a change, nats: about half a second of other pictures. */
    private static final double DECIDED = 120;

    /** Bits of a print that must be comparable for it to count. */
    private static final int LEAST_BITS = 8;

    /** A delay is taken where fewer bits differ. */
    private static final double FOUND = 0.14;

    /** Where more differ at every delay, it is not there. */
    static final double MISSING = 0.24;

    private final long mostDelay;
    private final long earlier;

    /** @param mostDelayS longest delay of a programme behind its reference, s */
    public PictureFollower(double mostDelayS) {
        this(mostDelayS, 0);
    }

    /**
     * One of references that are told earlier than they came, so that they are the earlier ones whichever are.
     *
     * @param mostDelayS longest delay of a programme behind its reference, s
     * @param earlierS how much earlier, s
     */
    public PictureFollower(double mostDelayS, double earlierS) {
        this.mostDelay = Math.round(mostDelayS * NS_PER_S / PicturePrint.STEP_NS);
        this.earlier = Math.round(earlierS * NS_PER_S / PicturePrint.STEP_NS);
    }

    /** Steps of the reference that are needed. */
    public int referenceSteps() {
        return (int) (mostDelay + 2 * LAG + WINDOW);
    }

    /** Steps of the programme that are needed. */
    public int airSteps() {
        return (int) (2 * LAG + WINDOW + MOST_AHEAD);
    }

    /** A larger share of differing bits than this speaks for other pictures. */
    static double limit() {
        return CHANGE.balance();
    }

    /**
     * Goes on as far as both are known.
     *
     * @param heard what the sound tells of their delay
     */
    public PictureFollowing after(PictureFollowing before, PictureLine air, PictureLine reference, Heard heard) {
        PictureFollowing now =
                before.next() < air.from() || before.next() > air.until() ? before.resumed(air.from()) : before;
        while (now.next() + LAG < air.until()
                && (isAhead(now) || now.next() + LAG < reference.until() + Math.max(now.delay(), -MOST_AHEAD))) {
            PictureFollowing weighed = now.phase() == Phase.SOUGHT ? now : weighed(now, air, reference);
            boolean due = weighed.next() - weighed.searched() >= SEARCH_EVERY;
            now = due ? searched(weighed.searchedNow(), air, reference, heard) : weighed;
            now = now.at(now.next() + 1);
        }
        return now;
    }

    /** Where it is sought, a reference that is told earlier than it came is not waited for. */
    private boolean isAhead(PictureFollowing now) {
        return earlier > 0 && now.phase() == Phase.SOUGHT;
    }

    private static PictureFollowing weighed(PictureFollowing now, PictureLine air, PictureLine reference) {
        int here = air.place(now.next());
        int wrong = 0;
        int compared = 0;
        // a cut lies between two prints on air, and a step earlier or later in the reference
        for (long there = now.next() - now.delay() - 1; there <= now.next() - now.delay() + 1; there++) {
            if (!reference.holds(there)) {
                return now;
            }
            int place = reference.place(there);
            int bits = PicturePrint.compared(air.prints(), here, reference.prints(), place);
            int differing = PicturePrint.wrong(air.prints(), here, reference.prints(), place);
            if (bits >= LEAST_BITS && (compared == 0 || (long) differing * compared < (long) wrong * bits)) {
                wrong = differing;
                compared = bits;
            }
        }
        if (compared == 0) {
            return now;
        }
        boolean same = now.phase() == Phase.SAME;
        PictureFollowing next =
                now.weighed(same ? CHANGE.nats(wrong, compared) : -RETURN.nats(wrong, compared), wrong, compared);
        if (next.evidence() < DECIDED) {
            return next;
        }
        return same ? next.lost(next.turned()) : next.found(now.delay(), next.turned());
    }

    private PictureFollowing searched(PictureFollowing now, PictureLine air, PictureLine reference, Heard heard) {
        if (now.phase() == Phase.SAME) {
            return followed(now, air, reference, heard);
        }
        if (heard.isKnown()) {
            long last = isAhead(now) ? reference.until() + heard.delay() - LIP : now.next();
            PictureFollowing there = taken(now.at(Math.min(now.next(), last)), air, reference, heard.delay(), LIP);
            if (there.phase() == Phase.SAME) {
                return there;
            }
        }
        boolean sought = now.phase() == Phase.SOUGHT;
        if (!sought) {
            PictureFollowing beside = taken(now, air, reference, now.delay(), BESIDE);
            boolean early = now.next() - now.since() < LONG_DIFFERENT;
            if (beside.phase() == Phase.SAME || heard.same() || early) {
                return beside;
            }
        }
        long from = sought ? now.next() - WINDOW : Math.max(now.since(), now.next() - WINDOW);
        Found found = PictureAlignment.search(air, reference, new Stretch(from, now.next()), -LAG + 1, mostDelay);
        if (found.isClear(FOUND, PictureAlignment.MARGIN)) {
            return found(now, air, reference, found.delay());
        }
        if (isAhead(now)) {
            PictureFollowing before = soughtBefore(now, air, reference);
            if (before.phase() == Phase.SAME) {
                return before;
            }
        }
        boolean missed = sought && found.errors() < 1 && found.errors() > MISSING;
        // before the reference goes back as far as the programme may be behind it, it may be where nobody has looked
        boolean whole = reference.from() <= now.next() - mostDelay;
        return missed && whole ? now.missed(found.errors()) : now;
    }

    /** What comes earlier than the reference is found in what was seen some time ago, the less the sooner. */
    private PictureFollowing soughtBefore(PictureFollowing now, PictureLine air, PictureLine reference) {
        for (long ago = earlier / 8; ago <= earlier; ago *= 2) {
            PictureFollowing before = now.at(now.next() - ago);
            if (!air.holds(before.next() - WINDOW)) {
                break;
            }
            Stretch stretch = new Stretch(before.next() - WINDOW, before.next());
            Found found = PictureAlignment.search(air, reference, stretch, -LAG + 1, mostDelay);
            if (found.isClear(FOUND, PictureAlignment.MARGIN)) {
                return found(before, air, reference, found.delay());
            }
        }
        return now;
    }

    /** At the best of the delays about one that is likely, if the last pictures are the same there. */
    private static PictureFollowing taken(
            PictureFollowing now, PictureLine air, PictureLine reference, long delay, long apart) {
        long from = now.phase() == Phase.SOUGHT ? now.next() - NEAR : Math.max(now.since(), now.next() - NEAR);
        if (now.next() - from < SHORT) {
            return now;
        }
        Found found = near(air, reference, new Stretch(from, now.next()), delay, apart);
        return found.errors() <= FOUND ? found(now, air, reference, found.delay()) : now;
    }

    private static PictureFollowing found(PictureFollowing now, PictureLine air, PictureLine reference, long delay) {
        long began = beginning(now, air, reference, delay);
        return now.found(delay, now.phase() == Phase.SOUGHT ? began : Math.max(now.since(), began));
    }

    /** Where the same pictures began, looking back from now. */
    private static long beginning(PictureFollowing now, PictureLine air, PictureLine reference, long delay) {
        double sum = 0;
        double most = 0;
        long began = now.next();
        for (long step = now.next(); air.holds(step) && reference.holds(step - delay); step--) {
            int here = air.place(step);
            int there = reference.place(step - delay);
            sum -= RETURN.nats(
                    PicturePrint.wrong(air.prints(), here, reference.prints(), there),
                    PicturePrint.compared(air.prints(), here, reference.prints(), there));
            if (sum >= most) {
                most = sum;
                began = step;
            }
        }
        return began;
    }

    /** At the delay of the sound, or else the one it had, unless another near it fits clearly better. */
    private static PictureFollowing followed(
            PictureFollowing now, PictureLine air, PictureLine reference, Heard heard) {
        Stretch stretch = new Stretch(Math.max(now.since(), now.next() - WINDOW), now.next());
        double here = PictureAlignment.errors(air, reference, now.delay(), stretch);
        Found found = heard.isKnown()
                ? near(air, reference, stretch, heard.delay(), LIP)
                : near(air, reference, stretch, now.delay(), BESIDE);
        return found.errors() <= Math.min(FOUND, here + BETTER) ? now.delayed(found.delay()) : now;
    }

    /** A likely delay, or one beside it where that fits clearly better: pictures that hardly move fit anywhere. */
    private static Found near(PictureLine air, PictureLine reference, Stretch stretch, long likely, long apart) {
        double first = PictureAlignment.errors(air, reference, likely, stretch);
        Found best = new Found(likely, first, 1);
        for (long other = likely - apart; other <= likely + apart; other++) {
            double share = PictureAlignment.errors(air, reference, other, stretch);
            best = share < Math.min(best.errors(), first - BETTER) ? new Found(other, share, 1) : best;
        }
        return best;
    }
}
