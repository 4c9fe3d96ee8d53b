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
 * @param nearlyStillAfter how long a picture that only a clock or noise moves must stand before its freeze counts. Too short:
 *     a news reader before a desk alarms
 * @param barsCorrelation correlation above which it is colour bars
 * @param bars times of colour bars
 * @param mosaicEdgeShare share of edges of macroblocks that stand out in a mosaic
 * @param mosaicMemory how long a sign of damage counts: mosaics come and go with every picture that is coded by itself
 * @param mosaic times of mosaic
 * @param lost times of lost pictures
 * @param patience how long a service may take to its first picture
 */
public record PictureSettings(
        double blackShare,
        ConditionTimes black,
        ConditionTimes freeze,
        Duration nearlyStillAfter,
        double barsCorrelation,
        ConditionTimes bars,
        double mosaicEdgeShare,
        Duration mosaicMemory,
        ConditionTimes mosaic,
        ConditionTimes lost,
        Duration patience)
        implements Serializable {
    public static final PictureSettings DEFAULT = new PictureSettings(
            0.98,
            ConditionTimes.ofSeconds(2, 5, 2),
            ConditionTimes.ofSeconds(5, 10, 2),
            Duration.ofSeconds(25),
            0.95,
            ConditionTimes.ofSeconds(3, 10, 2),
            0.03,
            Duration.ofSeconds(1),
            ConditionTimes.ofSeconds(2, 10, 3),
            ConditionTimes.ofSeconds(2, 5, 3),
            Duration.ofSeconds(5));
}
