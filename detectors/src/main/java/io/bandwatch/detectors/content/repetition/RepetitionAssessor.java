package io.bandwatch.detectors.content.repetition;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Chain;
import io.bandwatch.detectors.content.repeats.LoopSettings;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.content.repetition.RepetitionState.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what of a programme was heard before: a record for each day from its begin on, and for what is left at its end. A
 * day is told when it is over, also where nothing more is heard; the next one begins with what is heard next.
 * Where a stretch was heard several times before, the last one counts. One that goes on when a day is over is cut there, and each
 * part counts where it was heard: a loop may be one stretch for days. What another programme had before, whoever it is, is told
 * beside it and is new all the same.
 */
public final class RepetitionAssessor implements Detector<RepeatReport, RepetitionState, RepetitionRecord> {
    private static final long serialVersionUID = 1L;

    private static final Duration DAY = Duration.ofDays(1);

    /** A report comes so soon behind what it tells of. */
    private static final Duration LATEST_REPORT = Duration.ofSeconds(15);

    /** Of less, nothing is told unless something was repeated: ten minutes. */
    private static final double LEAST_S = 600;

    /** A stretch of which more was listed already is the same one, heard still earlier. */
    private static final double MOST_LISTED = 0.5;

    /** Unless so much of it was not, steps: fifteen seconds. */
    private static final double LEAST_LEFT = 750;

    /** One of which so much lies in a better one is a part of it. */
    private static final double MOST_INSIDE = 0.8;

    private final long loopSteps;

    /** @param settings how long it takes until something is a loop */
    public RepetitionAssessor(LoopSettings settings) {
        this.loopSteps = settings.warnSteps();
    }

    @Override
    public RepetitionState initial() {
        return RepetitionState.NOTHING;
    }

    @Override
    public Step<RepetitionState, RepetitionRecord> onObservation(RepetitionState state, RepeatReport report) {
        Instant begin = begin(state, report);
        if (report.time().isBefore(begin)) {
            // the last of a day that was told without it
            return new Step<>(state, List.of(), deadline(state));
        }
        List<Chain> chains = Chain.continued(state.chains(), report);
        RepetitionState heard = new RepetitionState(
                begin,
                state.heardSteps() + report.heardSteps(),
                state.spans(),
                state.listed(),
                state.shared(),
                chains,
                longest(state.loop(), chains, PrintLine.step(begin)),
                report);
        RepetitionState next = with(heard, report.over(), report, report.time());
        long now = PrintLine.step(report.time());
        chains.removeIf(chain -> chain.isOver(now));
        boolean dayOver = !report.time().isBefore(begin.plus(DAY));
        return dayOver || report.ended()
                ? told(next, begin, report, report.time())
                : new Step<>(next, List.of(), deadline(next));
    }

    /** Where nothing more is heard of a programme, its day is told without. */
    @Override
    public Step<RepetitionState, RepetitionRecord> onDeadline(RepetitionState state, Instant now) {
        Instant begin = state.begin();
        RepeatReport last = state.last();
        Optional<Instant> deadline = deadline(state);
        return begin == null
                        || last == null
                        || deadline.isEmpty()
                        || deadline.get().isAfter(now)
                ? new Step<>(state, List.of(), deadline)
                : told(state, begin, last, begin.plus(DAY));
    }

    /** A day begins when the one before is over, or with what is heard first behind that. */
    private static Instant begin(RepetitionState state, RepeatReport report) {
        Instant begin = state.begin();
        return begin == null || (state.heardSteps() == 0 && report.from().isAfter(begin)) ? report.from() : begin;
    }

    /** When nothing more can come of the day under way. */
    private static Optional<Instant> deadline(RepetitionState state) {
        return state.heardSteps() == 0
                ? Optional.empty()
                : Optional.ofNullable(state.begin())
                        .map(begin -> begin.plus(DAY).plus(LATEST_REPORT));
    }

    /** Of a day, with the stretches that went on when it was heard last. */
    private static Step<RepetitionState, RepetitionRecord> told(
            RepetitionState state, Instant begin, RepeatReport last, Instant end) {
        RepetitionState whole = with(state, last.open(), last, end);
        List<RepetitionRecord> records = new ArrayList<>();
        if (PrintLine.seconds((double) whole.heardSteps()) >= LEAST_S
                || !whole.listed().isEmpty()
                || !whole.shared().isEmpty()) {
            records.add(record(whole, begin, last.subject(), end));
        }
        return new Step<>(RepetitionState.from(end, state.chains()), records, Optional.empty());
    }

    /** Of the loops that were on behind a step. */
    private @Nullable Chain longest(@Nullable Chain before, List<Chain> chains, long from) {
        Chain longest = before;
        for (Chain chain : chains) {
            boolean isLoop = chain.until() > from && chain.isLoop(1, loopSteps);
            if (isLoop && (longest == null || chain.length() > longest.length())) {
                longest = chain;
            }
        }
        return longest;
    }

    /** With what of some stretches lies in the day. */
    private static RepetitionState with(RepetitionState state, Repeat[] repeats, RepeatReport report, Instant until) {
        long first = PrintLine.step(state.begin() == null ? report.from() : state.begin());
        long end = PrintLine.step(until);
        List<Span> spans = state.spans();
        List<Repeat> listed = new ArrayList<>(state.listed());
        List<SharedStretches> shared = state.shared();
        for (Repeat repeat : repeats) {
            long from = Math.max(first, repeat.from());
            long to = Math.min(end, repeat.until());
            if (from >= to) {
                continue;
            }
            if (!repeat.other().equals(report.subject())) {
                shared = SharedStretches.with(shared, repeat, new Span(from, to));
            } else {
                spans = Span.joined(spans, new Span(from, to));
                list(listed, new Repeat(repeat.other(), from, to, repeat.lag(), repeat.weight()));
            }
        }
        return new RepetitionState(
                state.begin(), state.heardSteps(), spans, listed, shared, state.chains(), state.loop(), state.last());
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

    private static RepetitionRecord record(RepetitionState state, Instant begin, Subject subject, Instant end) {
        long repeated = Span.steps(state.spans());
        long heard = state.heardSteps();
        ListedRepeat[] listed = state.listed().stream()
                .map(repeat -> new ListedRepeat(
                        PrintLine.time(repeat.from()), PrintLine.time(repeat.until()), PrintLine.seconds(repeat.lag())))
                .toArray(ListedRepeat[]::new);
        return new RepetitionRecord(
                subject,
                begin,
                Duration.between(begin, end).toNanos() / 1e9,
                PrintLine.seconds((double) heard),
                heard == 0 ? 1 : Math.max(0, 1 - (double) repeated / heard),
                state.loop() == null ? null : PrintLine.seconds(state.loop().period()),
                listed,
                SharedStretches.told(state.shared()));
    }
}
