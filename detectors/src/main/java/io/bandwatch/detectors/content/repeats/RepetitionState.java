package io.bandwatch.detectors.content.repeats;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RepetitionAssessor} remembers of a programme.
 *
 * @param begin of the day under way, null before anything came
 * @param heardSteps how much was heard since then, steps
 * @param spans stretches that were heard before, none of which touch, in the order of time
 * @param listed what is told of them
 */
public record RepetitionState(@Nullable Instant begin, long heardSteps, List<Span> spans, List<Repeat> listed) {
    static final RepetitionState NOTHING = new RepetitionState(null, 0, List.of(), List.of());

    /**
     * A stretch.
     *
     * @param from first step, since 1970
     * @param until step behind the last
     */
    public record Span(long from, long until) {}
}
