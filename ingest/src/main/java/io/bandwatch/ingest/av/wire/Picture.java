package io.bandwatch.ingest.av.wire;

/**
 * A decoded picture, made small: each sample is a mean over a block of the original.
 *
 * @param track number of its track
 * @param ptsNs presentation time in the time of the stream, continued over the wrap of 33 bits
 * @param format how it was sent
 * @param width of the small luma plane; the planes have no padding
 * @param height of the small luma plane; the others have half of both, rounded down
 * @param luma Y
 * @param blueDifference U
 * @param redDifference V
 * @param fullLuma Y as sent, {@code format.width() * format.height()} bytes, or none if it was not asked for
 * @param concealedShare share of its macroblocks that the decoder made up, 0 to 1
 * @param leftOutNs how long pictures after it are shown that were left out, ns; 0 where none was
 */
public record Picture(
        int track,
        long ptsNs,
        PictureFormat format,
        int width,
        int height,
        byte[] luma,
        byte[] blueDifference,
        byte[] redDifference,
        byte[] fullLuma,
        float concealedShare,
        long leftOutNs) {
    /** Whether pictures after it were left out, which count as like it. */
    public boolean alone() {
        return leftOutNs > 0;
    }
}
