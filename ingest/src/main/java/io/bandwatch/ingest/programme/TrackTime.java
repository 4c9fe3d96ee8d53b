package io.bandwatch.ingest.programme;

/**
 * The time of one track without jumps: where its time stamps go back or far ahead, it goes on where it ended. Not thread-safe.
 */
final class TrackTime {
    private static final long NONE = Long.MIN_VALUE;

    /** Farther ahead is another time; nearer, something is missing. */
    private static final long AHEAD_NS = 10_000_000_000L;

    private static final long BACK_NS = 1_000_000_000L;

    private long shiftNs;
    private long endNs = NONE;
    private boolean interrupted;
    private long blindFromNs = NONE;
    private long blindUntilNs = NONE;

    /** From the end of what came to the next piece, nobody looked. */
    void interrupted() {
        interrupted = endNs != NONE;
    }

    /** Whether nobody looked in a part of a stretch: what is missing there, the decoder has lost. */
    boolean isBlindIn(Stretch stretch) {
        return stretch.fromNs() < blindUntilNs && stretch.untilNs() > blindFromNs;
    }

    /**
     * Where a piece lies.
     *
     * @param ptsNs its time stamp
     * @param lengthNs how long it is
     */
    long place(long ptsNs, long lengthNs) {
        long atNs = ptsNs + shiftNs;
        if (endNs != NONE && (atNs - endNs > AHEAD_NS || endNs - atNs > BACK_NS)) {
            shiftNs += endNs - atNs;
            atNs = endNs;
        }
        if (interrupted) {
            interrupted = false;
            blindFromNs = endNs;
            blindUntilNs = atNs;
        }
        endNs = Math.max(endNs, atNs + lengthNs);
        return atNs;
    }

    /** Whether a piece would go on here, rather than after a jump. */
    boolean goesOn(long ptsNs) {
        long atNs = ptsNs + shiftNs;
        return endNs == NONE || (atNs - endNs <= AHEAD_NS && endNs - atNs <= BACK_NS);
    }

    /** Moves what came and what will. */
    void shift(long ns) {
        shiftNs += ns;
        endNs += endNs == NONE ? 0 : ns;
        blindFromNs += blindFromNs == NONE ? 0 : ns;
        blindUntilNs += blindUntilNs == NONE ? 0 : ns;
    }

    /** End of what came. */
    long endNs() {
        return endNs;
    }

    boolean began() {
        return endNs != NONE;
    }
}
