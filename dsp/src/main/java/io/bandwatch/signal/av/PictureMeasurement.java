package io.bandwatch.signal.av;

/**
 * One picture. <em>Still</em> pictures are compared with a reference: the last one that differed from the reference before
 * it. A slow fade thus moves on, however little one picture differs from the next.
 *
 * @param offsetNs time since the start of the look, ns; may be negative where it was shown before and lasts into the look
 * @param durationNs how long it was shown, ns
 * @param blackShare share of pixels no brighter than the black level of the meter, 0 to 1
 * @param meanLevel mean brightness, 0 to 1
 * @param spread standard deviation of brightness, 0 to 1: next to nothing for a flat picture
 * @param difference mean absolute difference from the reference over all codes of luma and chroma, as a share of 256; NaN
 *     for the first picture
 * @param still whether the difference was within the meter's noise; the picture is else the next reference
 * @param changedBlockShare share of blocks whose mean has changed with this picture, 0 to 1; NaN for the first picture
 * @param unchangedNs for how long at its end no block has changed but for a few that a coder makes anew, ns
 * @param nearlyStillNs for how long at its end no more has changed than a clock or a logo, ns
 * @param barsCorrelation correlation with the likeliest colour bars, -1 to 1; NaN where it is flat, or has no colour
 * @param bars those bars
 * @param blockEdgeShare share of the edges of macroblocks that stand out in the picture, less what chance makes of its own
 *     edges; NaN where it was not measured
 * @param concealedShare share of its macroblocks that the decoder made up because their data were damaged, 0 to 1; 0 as well
 *     where the decoder does not tell
 */
public record PictureMeasurement(
        long offsetNs,
        long durationNs,
        double blackShare,
        double meanLevel,
        double spread,
        double difference,
        boolean still,
        double changedBlockShare,
        long unchangedNs,
        long nearlyStillNs,
        double barsCorrelation,
        BarsKind bars,
        double blockEdgeShare,
        double concealedShare) {
    /**
     * A part of the time in which the same picture is shown.
     *
     * @param fromNs time since the start of the look, ns
     * @param lengthNs how long the part is, ns
     * @param restNs how long it is shown after that, ns
     */
    public PictureMeasurement part(long fromNs, long lengthNs, long restNs) {
        return new PictureMeasurement(
                fromNs,
                lengthNs,
                blackShare,
                meanLevel,
                spread,
                difference,
                still,
                changedBlockShare,
                unchangedNs - restNs,
                nearlyStillNs - restNs,
                barsCorrelation,
                bars,
                blockEdgeShare,
                concealedShare);
    }

    /** The same of a decoder that made up so much of it. */
    public PictureMeasurement concealed(double share) {
        return new PictureMeasurement(
                offsetNs,
                durationNs,
                blackShare,
                meanLevel,
                spread,
                difference,
                still,
                changedBlockShare,
                unchangedNs,
                nearlyStillNs,
                barsCorrelation,
                bars,
                blockEdgeShare,
                share);
    }
}
