package io.bandwatch.ingest.live.services;

/**
 * When what was decoded was on air, by the clock that nobody sets. What was decoded last is taken to be of now; the clock of the stream,
 * which differs from ours, is followed slowly, and jumps of it forwards at once. What takes pictures apart and puts them together holds them
 * for a second or two: looks are told so much too late. Not thread-safe.
 */
final class ServiceTime {
    /** 0.5 % of a look. */
    private static final long SLEW_NS = 1_000_000;

    /** More than decoders hold, ns. */
    private static final long JUMP_NS = 5_000_000_000L;

    private boolean begun;
    private long originNs;

    /**
     * The end of a look.
     *
     * @param streamNs end of the look in the stream, ns
     * @param aheadNs how much further it was decoded, ns
     * @param nowNs the clock that nobody sets, now
     * @return when that was, ns
     */
    long endNs(long streamNs, long aheadNs, long nowNs) {
        long lateNs = nowNs - aheadNs - (originNs + streamNs);
        if (!begun || lateNs > JUMP_NS) {
            begun = true;
            originNs += lateNs;
        } else {
            originNs += Math.max(-SLEW_NS, Math.min(SLEW_NS, lateNs));
        }
        return originNs + streamNs;
    }
}
