package io.bandwatch.detectors.video;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link PictureDetector}. What is black or still in a single picture is set at the meter.
 *
 * @param blackShare share of black pixels that makes a picture black. Too low: night scenes alarm; too high: a black picture
 *     with a logo does not
 * @param black times of black
 * @param freeze times of a picture that stands still
 * @param settling how long a coder may go on refining a picture that stands. Too short: a freeze is dated too late; too long:
 *     what moved a little before it is dated into it
 * @param nearlyStillAfter how long a picture that only a clock or noise moves must stand before its freeze counts. Too short:
 *     a news reader before a desk alarms
 * @param barsCorrelation correlation above which it is colour bars
 * @param bars times of colour bars
 * @param mosaicEdgeShare share of edges of macroblocks that stand out in a mosaic
 * @param mosaicConcealedShare share of macroblocks made up by the decoder that makes a mosaic by itself. Too low: a packet
 *     lost now and then alarms; too high: a stripe across the picture does not
 * @param mosaicMemory how long a sign of damage counts: mosaics come and go with every picture that is coded by itself
 * @param mosaic times of mosaic
 * @param lost times of lost pictures
 * @param patience how long a service may take to its first picture
 */
public record PictureSettings(
        double blackShare,
        ConditionTimes black,
        ConditionTimes freeze,
        Duration settling,
        Duration nearlyStillAfter,
        double barsCorrelation,
        ConditionTimes bars,
        double mosaicEdgeShare,
        double mosaicConcealedShare,
        Duration mosaicMemory,
        ConditionTimes mosaic,
        ConditionTimes lost,
        Duration patience)
        implements Serializable {
    public static final PictureSettings DEFAULT = new PictureSettings(
            0.98,
            ConditionTimes.ofSeconds(2, 5, 2),
            ConditionTimes.ofSeconds(5, 10, 2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(25),
            0.95,
            ConditionTimes.ofSeconds(3, 10, 2),
            0.03,
            0.02,
            Duration.ofSeconds(1),
            ConditionTimes.ofSeconds(2, 10, 3),
            ConditionTimes.ofSeconds(2, 5, 3),
            Duration.ofSeconds(5));

    /** The same with other times. */
    public PictureSettings withTimes(
            ConditionTimes black,
            ConditionTimes freeze,
            ConditionTimes bars,
            ConditionTimes mosaic,
            ConditionTimes lost) {
        return new PictureSettings(
                blackShare,
                black,
                freeze,
                settling,
                nearlyStillAfter,
                barsCorrelation,
                bars,
                mosaicEdgeShare,
                mosaicConcealedShare,
                mosaicMemory,
                mosaic,
                lost,
                patience);
    }
}
