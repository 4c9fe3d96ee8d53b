package io.bandwatch.ingest.programme;

/**
 * The time of a look.
 *
 * @param fromNs in the time of the stream
 * @param untilNs the instant after it
 * @param last whether the stream ends here, so that one track may end before the other and nothing is missing
 */
record Stretch(long fromNs, long untilNs, boolean last) {
    /**
     * Steps that begin in it.
     *
     * @param originNs where the first begins
     * @param roundingNs what begins so little before the end, or less, belongs to the next stretch
     */
    long steps(long originNs, double stepNs, long roundingNs) {
        long from = fromNs - roundingNs - originNs;
        long until = untilNs - roundingNs - originNs;
        return (long) (Math.ceil(until / stepNs) - Math.ceil(from / stepNs));
    }
}
