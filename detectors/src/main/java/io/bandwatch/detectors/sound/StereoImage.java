package io.bandwatch.detectors.sound;

import io.bandwatch.signal.AudioMeasurement;

/**
 * Sums that tell how left and right agree, of the time with a pilot.
 *
 * @param seconds how much of it, s
 * @param sum mean square of the sum channel times time, s
 * @param difference mean square of the difference channel times time, s
 * @param product mean of sum times difference, times time, s
 * @param sumNoise share of {@code sum} expected from noise, s
 * @param differenceNoise share of {@code difference} expected from noise, s
 */
public record StereoImage(
        double seconds, double sum, double difference, double product, double sumNoise, double differenceNoise) {
    /** Nothing heard. */
    public static final StereoImage NOTHING = new StereoImage(0, 0, 0, 0, 0, 0);

    /** The same as this and {@code seconds} more of a measurement. */
    public StereoImage with(AudioMeasurement audio, double lookS) {
        return new StereoImage(
                seconds + lookS,
                sum + audio.meanSquareSum() * lookS,
                difference + audio.meanSquareDifference() * lookS,
                product + audio.meanProduct() * lookS,
                sumNoise + audio.expectedNoiseMeanSquare() * lookS,
                differenceNoise + audio.expectedDifferenceNoiseMeanSquare() * lookS);
    }

    /** With all older time counting less. */
    public StereoImage faded(double factor) {
        return new StereoImage(
                seconds * factor,
                sum * factor,
                difference * factor,
                product * factor,
                sumNoise * factor,
                differenceNoise * factor);
    }

    /** Correlation of left and right, noise taken off, -1 to 1; NaN where nothing is left. */
    public double correlation() {
        double s = Math.max(0, sum - sumNoise);
        double d = Math.max(0, difference - differenceNoise);
        double both = (s + d) * (s + d) - 4 * product * product;
        return Math.max(-1, Math.min(1, (s - d) / Math.sqrt(both)));
    }
}
