package io.bandwatch.detectors.content.repetition;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repetition.RepetitionState.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of a day another programme had, equally long before.
 *
 * @param other which programme
 * @param lag how many steps before, of the last; less than 0 where clocks differ
 * @param spans stretches, none of which touch, in the order of time
 */
public record SharedStretches(Subject other, double lag, List<Span> spans) {
    /** Lags that differ by less are one, steps: a second. A clock that is off by 100 ppm drifts so far in three hours, and is followed. */
    private static final double SAME = 50;

    /** So many are told of a day; those that have most. */
    static final int MOST_TOLD = 200;

    /** So many are kept, for one that has hardly anything may be a relay that has just come on. */
    private static final int MOST_KEPT = 2000;

    /** Who had nothing for so long goes first, steps: an hour. */
    private static final long LATELY = 180_000;

    private static final Comparator<SharedStretches> LONGEST_FIRST = Comparator.comparingLong(SharedStretches::steps)
            .reversed()
            .thenComparing(SharedStretches::other)
            .thenComparingDouble(SharedStretches::lag);

    /** Those of a day with one more. */
    static List<SharedStretches> with(List<SharedStretches> before, Repeat repeat, Span span) {
        List<SharedStretches> all = new ArrayList<>(before);
        for (int i = 0; i < all.size(); i++) {
            SharedStretches one = all.get(i);
            if (one.other.equals(repeat.other()) && Math.abs(one.lag - repeat.lag()) <= SAME) {
                all.set(i, new SharedStretches(one.other, repeat.lag(), Span.joined(one.spans, span)));
                return all;
            }
        }
        all.add(new SharedStretches(repeat.other(), repeat.lag(), List.of(span)));
        if (all.size() > MOST_KEPT) {
            Comparator<SharedStretches> dispensable = Comparator.<SharedStretches, Boolean>comparing(
                            one -> one.until() > span.from() - LATELY)
                    .thenComparing(LONGEST_FIRST.reversed());
            all.remove(all.stream().min(dispensable).orElseThrow());
        }
        return all;
    }

    /** As they are told, the longest first. */
    static SharedWith[] told(List<SharedStretches> day) {
        return day.stream()
                .sorted(LONGEST_FIRST)
                .limit(MOST_TOLD)
                .map(one -> new SharedWith(
                        one.other,
                        PrintLine.time(one.spans.get(0).from()),
                        PrintLine.time(one.until()),
                        PrintLine.seconds((double) one.steps()),
                        PrintLine.seconds(one.lag)))
                .toArray(SharedWith[]::new);
    }

    private long until() {
        return spans.get(spans.size() - 1).until();
    }

    private long steps() {
        return Span.steps(spans);
    }
}
