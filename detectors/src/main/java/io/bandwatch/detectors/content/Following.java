package io.bandwatch.detectors.content;

/**
 * How a programme stands to its reference: the state of {@link Follower}.
 *
 * @param phase where it stands
 * @param next step that is looked at next
 * @param delay how many steps it comes after the reference, where it was found
 * @param evidence for a change of the phase, nats; not below 0. While it is sought: searches that found nothing
 * @param settled last step that spoke for the phase it is in
 * @param turned step at which the evidence began
 * @param since step at which the phase began
 * @param searched step at which it was looked for last
 * @param errors mean share of bits that differ, while it is the same
 */
public record Following(
        Phase phase,
        long next,
        long delay,
        double evidence,
        long settled,
        long turned,
        long since,
        long searched,
        double errors) {
    static final Following NOTHING = new Following(Phase.SOUGHT, Long.MIN_VALUE, 0, 0, 0, 0, 0, Long.MIN_VALUE, 0);

    /** Where a programme stands. */
    public enum Phase {
        /** It was not found in the reference yet. */
        SOUGHT,
        /** It is what the reference has. */
        SAME,
        /** It was, and is something else now. */
        DIFFERENT
    }

    Following at(long step) {
        return new Following(phase, step, delay, evidence, settled, turned, since, searched, errors);
    }

    Following found(long newDelay, long from) {
        return new Following(Phase.SAME, next, newDelay, 0, next, next, from, searched, errors);
    }

    Following lost(long from) {
        return new Following(Phase.DIFFERENT, next, delay, 0, next, next, from, searched, errors);
    }

    Following searchedNow() {
        return new Following(phase, next, delay, evidence, settled, turned, since, next, errors);
    }

    Following weighed(double nats, double share) {
        double sum = Math.max(0, evidence + nats);
        long last = sum == 0 ? next : settled;
        long first = evidence == 0 ? next : turned;
        return new Following(phase, next, delay, sum, last, first, since, searched, share);
    }

    Following delayed(long newDelay) {
        return new Following(phase, next, newDelay, evidence, settled, turned, since, searched, errors);
    }
}
