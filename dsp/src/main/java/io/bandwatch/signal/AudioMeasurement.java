package io.bandwatch.signal;

/**
 * The sound of one measured interval. Full scale 1.0 is the sum channel (for left and right: of both together) deviating
 * the carrier by 75 kHz, the most that is allowed, so that levels are those of a station's own limiter.
 *
 * @param durationS length of the interval, s
 * @param meanSquareSum mean square of the sum channel (L+R)/2
 * @param meanSquareDifference mean square of the difference channel (L-R)/2; 0 without pilot
 * @param meanProduct mean of sum times difference: with the two above, all of left, right and their correlation
 * @param blockMeanSquareSum mean square of the sum channel in blocks of 50 ms
 * @param expectedNoiseMeanSquare what noise alone would give in the sum channel, after de-emphasis
 * @param expectedDifferenceNoiseMeanSquare the same of the difference channel, which lies where there is more noise
 */
public record AudioMeasurement(
        double durationS,
        double meanSquareSum,
        double meanSquareDifference,
        double meanProduct,
        double[] blockMeanSquareSum,
        double expectedNoiseMeanSquare,
        double expectedDifferenceNoiseMeanSquare) {}
