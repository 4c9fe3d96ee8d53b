package io.bandwatch.samples.ts.fault;

/**
 * A while of a stream.
 *
 * @param fromNs begin, stream time
 * @param untilNs end
 */
public record Span(long fromNs, long untilNs) {
    boolean holds(long nowNs) {
        return nowNs >= fromNs && nowNs < untilNs;
    }

    /** From its begin on without an end. */
    Span endless() {
        return new Span(fromNs, Long.MAX_VALUE);
    }

    /** From its end on without an end. */
    Span after() {
        return new Span(untilNs, Long.MAX_VALUE);
    }
}
