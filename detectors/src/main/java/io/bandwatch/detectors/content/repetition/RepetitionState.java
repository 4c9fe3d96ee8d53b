package io.bandwatch.detectors.content.repetition;

import io.bandwatch.detectors.content.repeats.Chain;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RepetitionAssessor} remembers of a programme.
 *
 * @param begin of the day under way, or end of the one before while nothing of it was heard; null before anything came
 * @param heardSteps how much was heard since then, steps
 * @param spans stretches that were heard before, none of which touch, in the order of time
 * @param listed what is told of them
 * @param shared what other programmes had before
 * @param chains that may go on, or become a loop
 * @param loop the longest that was on in the day under way, or null
 * @param last what was told last in the day under way, or null
 */
public record RepetitionState(
        @Nullable Instant begin,
        long heardSteps,
        List<Span> spans,
        List<Repeat> listed,
        List<SharedStretches> shared,
        List<Chain> chains,
        @Nullable Chain loop,
        @Nullable RepeatReport last) {
    static final RepetitionState NOTHING =
            new RepetitionState(null, 0, List.of(), List.of(), List.of(), List.of(), null, null);

    /** Nothing yet of a day, and what may go on from the day before. */
    static RepetitionState from(Instant begin, List<Chain> chains) {
        return new RepetitionState(begin, 0, List.of(), List.of(), List.of(), chains, null, null);
    }

    /**
     * A stretch.
     *
     * @param from first step, since 1970
     * @param until step behind the last
     */
    public record Span(long from, long until) {
        /** Some, in the order of time, with one more; those that touch are one. */
        static List<Span> joined(List<Span> spans, Span more) {
            List<Span> all = new ArrayList<>();
            Span whole = more;
            for (Span span : spans) {
                if (span.until < whole.from || span.from > whole.until) {
                    all.add(span);
                } else {
                    whole = new Span(Math.min(span.from, whole.from), Math.max(span.until, whole.until));
                }
            }
            all.add(whole);
            all.sort(Comparator.comparingLong(Span::from));
            return all;
        }

        static long steps(List<Span> spans) {
            return spans.stream().mapToLong(span -> span.until - span.from).sum();
        }
    }
}
