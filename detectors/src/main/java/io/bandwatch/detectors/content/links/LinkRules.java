package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.content.PrintLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When two carriers belong together. */
final class LinkRules {
    /** So much that both play at once says that it is from one source, steps: half a minute. */
    private static final long LEAST_AT_ONCE = 1500;

    /** So much of what was heard, for two may play the same spot within seconds by chance. */
    private static final double LEAST_SHARE_AT_ONCE = 0.5;

    /** Later, the same piece of music may be anybody's: a minute, a quarter of the programme, of ten minutes and more. */
    private static final long LEAST_LATER = 3000;

    private static final double LEAST_SHARE = 0.25;
    private static final long LEAST_HEARD = 30_000;

    /** What says otherwise is that more than a fifth of what two have in common comes at other delays only. */
    private static final double LEAST_TOGETHER_OF_ONE_SET = 0.8;

    /** Who turns on or off within three seconds does it together, ms. */
    private static final long TOGETHER_MS = 3000;

    /** So often, and so much of all that both do. */
    private static final int LEAST_TOGETHER = 3;

    private static final double MOST_TOGETHER = 0.8;

    /** What was there when a feed began did not come then. */
    private static final Duration BEGINNING = Duration.ofSeconds(10);

    private LinkRules() {}

    /** Whether what two carriers have in common links them. */
    static Optional<Link> byProgramme(SharedProgramme shared, LinkedCarrier one, LinkedCarrier other) {
        double heard = heard(one, other);
        boolean atOnce = shared.atOnce().steps() >= Math.max(LEAST_AT_ONCE, LEAST_SHARE_AT_ONCE * heard);
        boolean anyTime =
                heard >= LEAST_HEARD && shared.atAnyTime().steps() >= Math.max(LEAST_LATER, LEAST_SHARE * heard);
        if (!atOnce && !anyTime) {
            return Optional.empty();
        }
        boolean later = shared.lag() >= 0;
        Reason reason = Reason.of(
                ReasonCode.SAME_PROGRAMME_ON,
                Reason.Weight.STRONG,
                (later ? shared.subject() : shared.other()).inWords(),
                (later ? shared.other() : shared.subject()).inWords(),
                seconds(shared.atAnyTime().steps(), 0),
                seconds(Math.abs(shared.lag()), 1));
        Instant since = latest(PrintLine.time(shared.since()), one, other);
        return Optional.of(new Link(shared.subject(), shared.other(), since, reason));
    }

    /** Whether two carriers are one transmitter that two receivers hear: on one frequency, the same at the same time. */
    static boolean isOneSet(SharedProgramme shared) {
        return shared.subject().channelHz() == shared.other().channelHz()
                && !shared.subject().feed().equals(shared.other().feed())
                && shared.together().steps()
                        >= LEAST_TOGETHER_OF_ONE_SET * shared.atAnyTime().steps();
    }

    /**
     * Whether two carriers that come and go together may be one transmitter, for all that is known. On one frequency they may,
     * unless enough was heard of both to say that they have two programmes.
     *
     * @param shared what they have in common
     */
    static boolean mayBeOneSet(LinkedCarrier one, LinkedCarrier other, List<SharedProgramme> shared) {
        double heard = heard(one, other);
        return one.subject().channelHz() == other.subject().channelHz()
                && (heard < LEAST_HEARD
                        || shared.stream().anyMatch(common -> common.atAnyTime().steps() >= LEAST_SHARE * heard));
    }

    private static double heard(LinkedCarrier one, LinkedCarrier other) {
        return Math.min(one.heardLately(), other.heardLately());
    }

    /**
     * Whether two carriers come and go together.
     *
     * @param oneBegan begin of the feed of the one
     * @param otherBegan begin of the feed of the other
     */
    static Optional<Link> byTimer(LinkedCarrier one, LinkedCarrier other, Instant oneBegan, Instant otherBegan) {
        long bothMs = (oneBegan.isAfter(otherBegan) ? oneBegan : otherBegan)
                .plus(BEGINNING)
                .toEpochMilli();
        long from = Math.max(bothMs, Math.max(one.turnsKnownFromMs(), other.turnsKnownFromMs()));
        long[] ones = after(one.cameMs(), from);
        long[] others = after(other.cameMs(), from);
        long[] onesEnds = after(one.wentMs(), from);
        long[] othersEnds = after(other.wentMs(), from);
        int together = together(ones, others) + together(onesEnds, othersEnds);
        int all = Math.max(ones.length + onesEnds.length, others.length + othersEnds.length);
        if (together < LEAST_TOGETHER || together < MOST_TOGETHER * all) {
            return Optional.empty();
        }
        Reason reason = Reason.of(
                ReasonCode.SAME_TIMER_AS,
                Reason.Weight.STRONG,
                one.subject().inWords(),
                other.subject().inWords(),
                Integer.toString(together),
                Integer.toString(all));
        Instant first = Instant.ofEpochMilli(Math.min(first(ones), first(onesEnds)));
        return Optional.of(new Link(one.subject(), other.subject(), latest(first, one, other), reason));
    }

    /** What links two may have begun before one of them was known, or before their last group was over. */
    private static Instant latest(Instant began, LinkedCarrier one, LinkedCarrier other) {
        Instant known = one.since().isAfter(other.since()) ? one.since() : other.since();
        return known.isAfter(began) ? known : began;
    }

    private static long[] after(long[] times, long from) {
        return Arrays.stream(times).filter(time -> time >= from).toArray();
    }

    private static long first(long[] times) {
        return times.length == 0 ? Long.MAX_VALUE : times[0];
    }

    private static int together(long[] ones, long[] others) {
        int count = 0;
        int k = 0;
        for (long time : ones) {
            while (k < others.length && others[k] < time - TOGETHER_MS) {
                k++;
            }
            if (k < others.length && others[k] <= time + TOGETHER_MS) {
                count++;
                k++;
            }
        }
        return count;
    }

    private static String seconds(double steps, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", PrintLine.seconds(steps));
    }
}
