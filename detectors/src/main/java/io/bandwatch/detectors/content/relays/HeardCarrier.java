package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that may be a relay, or be relayed.
 *
 * @param subject which one
 * @param begin step at which it was heard first, since 1970
 * @param station id of the station that is licensed there, or null
 * @param heardLately how much of it was heard lately, steps (see {@link Agreement})
 * @param agreements what it has in common with licensed ones; none where it is licensed itself
 * @param told whether it was told to be a relay
 */
public record HeardCarrier(
        Subject subject,
        long begin,
        @Nullable String station,
        double heardLately,
        List<Agreement> agreements,
        boolean told) {
    /** Music is like itself at many delays; of those, the ones that agree longest are followed. */
    private static final int MOST = 64;

    private static final Comparator<Agreement> LONGEST_FIRST = Comparator.comparingLong(Agreement::steps)
            .reversed()
            .thenComparingDouble(agreement -> Math.abs(agreement.lag()))
            .thenComparingDouble(Agreement::lag)
            .thenComparing(Agreement::other);

    static HeardCarrier of(Subject subject, long begin) {
        return new HeardCarrier(subject, begin, null, 0, List.of(), false);
    }

    boolean licensed() {
        return station != null;
    }

    /** With what is reported of it. */
    HeardCarrier heard(RepeatReport report) {
        int more = report.heardSteps();
        String now = more > 0 ? report.station() : station;
        List<Agreement> next = new ArrayList<>();
        if (now == null) {
            agreements.stream().map(agreement -> agreement.heard(more)).forEach(next::add);
        }
        return new HeardCarrier(subject, begin, now, Agreement.lately(heardLately, more), next, told);
    }

    /**
     * With a stretch that a licensed carrier has as well.
     *
     * @param from its first step
     * @param until step behind its last
     * @param lag how much later it comes
     * @param now up to when all is known
     */
    HeardCarrier sharing(HeardCarrier licensed, long from, long until, double lag, long now) {
        List<Agreement> next = new ArrayList<>(agreements);
        int at = nearest(licensed.subject, lag);
        if (at < 0) {
            // what it was while the other one had not been heard yet could not be the same
            double possible = Math.min(heardLately, now - licensed.begin - lag);
            double heard = Math.max((double) (until - from), possible);
            next.add(new Agreement(licensed.subject, lag, from, 0, 0, heard, 0).with(from, until, lag));
        } else {
            next.set(at, next.get(at).with(from, until, lag));
        }
        next.sort(LONGEST_FIRST);
        return with(next.size() > MOST ? next.subList(0, MOST) : next, told);
    }

    private int nearest(Subject licensed, double lag) {
        int nearest = -1;
        for (int i = 0; i < agreements.size(); i++) {
            Agreement agreement = agreements.get(i);
            boolean nearer = nearest < 0
                    || Math.abs(agreement.lag() - lag)
                            < Math.abs(agreements.get(nearest).lag() - lag);
            nearest = agreement.isAt(licensed, lag) && nearer ? i : nearest;
        }
        return nearest;
    }

    /** Without what it was too long ago. */
    HeardCarrier pruned() {
        return with(agreements.stream().filter(agreement -> !agreement.isOver()).toList(), told);
    }

    HeardCarrier told(boolean relay) {
        return with(agreements, relay);
    }

    private HeardCarrier with(List<Agreement> next, boolean relay) {
        return new HeardCarrier(subject, begin, station, heardLately, List.copyOf(next), relay);
    }

    /** What of the licensed ones it relays. */
    Optional<Agreement> relayed() {
        return agreements.stream().filter(agreement -> agreement.isRelay(told)).min(LONGEST_FIRST);
    }
}
