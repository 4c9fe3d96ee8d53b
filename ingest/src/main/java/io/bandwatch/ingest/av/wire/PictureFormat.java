package io.bandwatch.ingest.av.wire;

/**
 * How pictures are sent, before they were made small.
 *
 * @param width luma samples of a row
 * @param height rows
 * @param aspectNumerator of the display aspect of one sample; 0 where the stream says nothing
 * @param aspectDenominator likewise
 * @param rateNumerator of the pictures a second that the stream declares; 0 where it declares none
 * @param rateDenominator likewise
 * @param interlaced fields lie in the picture
 * @param fullRange luma goes from 0 to 255, not from 16 to 235
 */
public record PictureFormat(
        int width,
        int height,
        int aspectNumerator,
        int aspectDenominator,
        int rateNumerator,
        int rateDenominator,
        boolean interlaced,
        boolean fullRange) {
    /** Declared duration of a picture; 0 where none is declared. */
    public long frameNs() {
        return rateNumerator <= 0 ? 0 : 1_000_000_000L * rateDenominator / rateNumerator;
    }
}
