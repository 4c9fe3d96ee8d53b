package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.RepetitionState.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what of a programme was heard before: a record for each day from its begin on, and for what is left at its end.
 * Where a stretch was heard several times before, the last one counts.
 */
public final class RepetitionAssessor implements Detector<RepeatReport, RepetitionState, RepetitionRecord> {
    private static final long serialVersionUID = 1L;

    private static final Duration DAY = Duration.ofDays(1);

    /** Of less, nothing is told unless something was repeated: ten minutes. */
    private static final double LEAST_S = 600;

    /** A stretch of which more was listed already is the same one, heard still earlier. */
    private static final double MOST_LISTED = 0.5;

    /** Unless so much of it was not, steps: fifteen seconds. */
    private static final double LEAST_LEFT = 750;

    /** One of which so much lies in a better one is a part of it. */
    private static final double MOST_INSIDE = 0.8;

    /** Lags that differ by less are one period, s. */
    private static final double SAME_S = 0.5;

    @Override
    public RepetitionState initial() {
        return RepetitionState.NOTHING;
    }

    @Override
    public Step<RepetitionState, RepetitionRecord> onObservation(RepetitionState state, RepeatReport report) {
        Instant begin = state.begin() == null ? report.from() : state.begin();
        RepetitionState next = with(state, begin, report);
        boolean dayOver = !report.time().isBefore(begin.plus(DAY));
        if (!dayOver && !report.ended()) {
            return Step.quiet(next);
        }
        List<RepetitionRecord> records = new ArrayList<>();
        if (PrintLine.seconds((double) next.heardSteps()) >= LEAST_S
                || !next.listed().isEmpty()) {
            records.add(record(next, begin, report));
        }
        return new Step<>(new RepetitionState(report.time(), 0, List.of(), List.of()), records, Optional.empty());
    }

    @Override
    public Step<RepetitionState, RepetitionRecord> onDeadline(RepetitionState state, Instant now) {
        return Step.quiet(state);
    }

    private static RepetitionState with(RepetitionState state, Instant begin, RepeatReport report) {
        List<Repeat> own = new ArrayList<>();
        for (Repeat repeat : report.over()) {
            if (repeat.other().equals(report.subject())) {
                own.add(repeat);
            }
        }
        List<Span> spans = state.spans();
        List<Repeat> listed = new ArrayList<>(state.listed());
        for (Repeat repeat : own) {
            spans = joined(spans, new Span(repeat.from(), repeat.until()));
            list(listed, repeat);
        }
        return new RepetitionState(begin, state.heardSteps() + report.heardSteps(), spans, listed);
    }

    /** Of stretches that overlap, the one for which most speaks is told; others are like it by a beat or a phrase. */
    private static void list(List<Repeat> listed, Repeat repeat) {
        listed.removeIf(
                other -> other.weight() < repeat.weight() && common(other, repeat) >= MOST_INSIDE * length(other));
        double covered =
                listed.stream().mapToDouble(other -> common(other, repeat)).sum();
        double left = length(repeat) - covered;
        if (left >= LEAST_LEFT || covered <= MOST_LISTED * length(repeat)) {
            listed.add(repeat);
        }
    }

    private static double length(Repeat repeat) {
        return repeat.until() - repeat.from();
    }

    private static double common(Repeat one, Repeat other) {
        return Math.max(0, Math.min(one.until(), other.until()) - Math.max(one.from(), other.from()));
    }

    private static List<Span> joined(List<Span> spans, Span more) {
        List<Span> all = new ArrayList<>();
        Span whole = more;
        for (Span span : spans) {
            if (span.until() < whole.from() || span.from() > whole.until()) {
                all.add(span);
            } else {
                whole = new Span(Math.min(span.from(), whole.from()), Math.max(span.until(), whole.until()));
            }
        }
        all.add(whole);
        all.sort(Comparator.comparingLong(Span::from));
        return all;
    }

    private static RepetitionRecord record(RepetitionState state, Instant begin, RepeatReport report) {
        long repeated = state.spans().stream()
                .mapToLong(span -> span.until() - span.from())
                .sum();
        long heard = state.heardSteps();
        ListedRepeat[] listed = state.listed().stream()
                .map(repeat -> new ListedRepeat(
                        PrintLine.time(repeat.from()), PrintLine.time(repeat.until()), PrintLine.seconds(repeat.lag())))
                .toArray(ListedRepeat[]::new);
        return new RepetitionRecord(
                report.subject(),
                begin,
                Duration.between(begin, report.time()).toNanos() / 1e9,
                PrintLine.seconds((double) heard),
                heard == 0 ? 1 : Math.max(0, 1 - (double) repeated / heard),
                period(listed),
                listed);
    }

    /** The lag of most of what was repeated, if that is longer than the lag: the whole period came twice. */
    private static @Nullable Double period(ListedRepeat[] listed) {
        Double best = null;
        double most = 0;
        for (ListedRepeat one : listed) {
            double sum = Arrays.stream(listed)
                    .filter(other -> Math.abs(other.lagS() - one.lagS()) <= SAME_S)
                    .mapToDouble(
                            other -> Duration.between(other.from(), other.to()).toNanos() / 1e9)
                    .sum();
            if (sum > most && sum >= one.lagS()) {
                most = sum;
                best = one.lagS();
            }
        }
        return best;
    }
}
