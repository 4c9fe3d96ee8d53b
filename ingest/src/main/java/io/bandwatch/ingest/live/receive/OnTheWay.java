package io.bandwatch.ingest.live.receive;

/**
 * How many samples a receiver has taken that have not been read here yet, because this machine had no time: by the clock, against the
 * earliest that came in the last seconds. What is always on the way, such as the buffers of the receiver, is not among them. After so many
 * seconds a receiver that lost samples is believed again. Not thread-safe.
 */
final class OnTheWay {
    /** Longer than a pause of this machine, short enough that two clocks do not run apart. */
    static final long WINDOW_NS = 10_000_000_000L;

    private static final double NS_PER_S = 1e9;

    private final double rateHz;
    private boolean begun;
    private long windowFromNs;
    private long originNs = Long.MAX_VALUE;
    private long originBeforeNs = Long.MAX_VALUE;

    /** @param rateHz samples a second */
    OnTheWay(double rateHz) {
        this.rateHz = rateHz;
    }

    /**
     * Samples have come.
     *
     * @param count all that came so far
     * @param nowNs by the clock that nobody sets
     */
    void arrived(long count, long nowNs) {
        if (!begun || nowNs - windowFromNs >= WINDOW_NS) {
            begun = true;
            windowFromNs = nowNs;
            originBeforeNs = originNs;
            originNs = Long.MAX_VALUE;
        }
        originNs = Math.min(originNs, nowNs - Math.round(count / rateHz * NS_PER_S));
    }

    /**
     * Samples that were taken and are not read.
     *
     * @param read all that were read so far
     * @param nowNs now
     */
    long count(long read, long nowNs) {
        if (!begun) {
            return 0;
        }
        long sinceNs = nowNs - Math.min(originNs, originBeforeNs);
        return Math.max(0, Math.round(sinceNs / NS_PER_S * rateHz) - read);
    }
}
