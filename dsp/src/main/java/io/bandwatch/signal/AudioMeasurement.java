package io.bandwatch.signal;

/**
 * The sound of one measured interval. Full scale 1.0 is the sum channel deviating the carrier by 75 kHz, the most that is
 * allowed: left and right both at full scale do so together. Levels are thus those of a station's own limiter, and a sine
 * at full scale on left alone has the loudness of -3.01 LKFS of ITU-R BS.1770-4, annex 1. Without a pilot left and right are
 * the same.
 *
 * @param durationS length of the interval, s
 * @param meanSquareSum mean square of the sum channel (L+R)/2
 * @param meanSquareDifference mean square of the difference channel (L-R)/2; 0 without pilot
 * @param meanProduct mean of sum times difference: with the two above, all of left, right and their correlation
 * @param blockMeanSquareSum mean square of the sum channel in blocks of 50 ms
 * @param expectedNoiseMeanSquare what noise alone would give in the sum channel, after de-emphasis
 * @param expectedDifferenceNoiseMeanSquare the same of the difference channel, which lies where there is more noise
 * @param programmeLevels short-time levels of the sum channel, for comparing programmes: {@value #LEVEL_BANDS} bands a step
 *     of {@link #LEVEL_STEP_S}, steps in order of time, bands innermost; steps are counted backwards from the end of the
 *     interval, so that those of successive frames follow each other without a gap, and a rest at its beginning is left
 *     out. See {@link #level}
 * @param weightedMeanSquare K-weighted mean squares (ITU-R BS.1770-4, annex 1) of left and right, added up, in blocks of
 *     {@link #LOUDNESS_BLOCK_S}, counted backwards from the end of the interval
 * @param expectedWeightedNoise what noise alone would give in such a block
 * @param printLevels short-time levels of the sum channel, for knowing the sound again: {@value #PRINT_BANDS} bands a step of
 *     {@link #PRINT_STEP_S}, steps in order of time, bands innermost, lowest first; counted backwards from the end of the
 *     interval, in decoded sound from one step before it. See {@link #level}
 * @param truePeak largest magnitude of left and right, between samples too (ITU-R BS.1770-4, annex 2)
 */
public record AudioMeasurement(
        double durationS,
        double meanSquareSum,
        double meanSquareDifference,
        double meanProduct,
        double[] blockMeanSquareSum,
        double expectedNoiseMeanSquare,
        double expectedDifferenceNoiseMeanSquare,
        byte[] programmeLevels,
        double[] weightedMeanSquare,
        double expectedWeightedNoise,
        byte[] printLevels,
        double truePeak) {
    /** Length of a block of loudness, s: bursts of 400 ms that begin anywhere are heard whole (EBU Tech 3341, case 13). */
    public static final double LOUDNESS_BLOCK_S = 0.02;

    /** Length of a step of the programme's levels, s. */
    public static final double LEVEL_STEP_S = 0.02;

    /** Bands in a step. */
    public static final int LEVEL_BANDS = 4;

    /** What a unit of a level stands for, dB. */
    public static final double LEVEL_UNIT_DB = 0.75;

    /** What level 0 stands for, and everything below it, dBFS. */
    public static final double LEVEL_FLOOR_DBFS = -96.0;

    /** Length of a step of the levels that prints are made of, s. */
    public static final double PRINT_STEP_S = 0.02;

    /** Bands in such a step, evenly in the logarithm of the frequency. */
    public static final int PRINT_BANDS = 16;

    /** Lower edge of the lowest, Hz. */
    public static final double PRINT_LOW_HZ = 200.0;

    /** Upper edge of the highest, Hz. */
    public static final double PRINT_HIGH_HZ = 3400.0;

    private static final double LOUDNESS_OFFSET_DB = -0.691;

    private static final double[] LEVEL_EDGES_HZ = {150.0, 500.0, 1400.0, 4000.0, 11_000.0};

    /** The bands' edges, Hz: band {@code b} lies between edges {@code b} and {@code b + 1}. */
    public static double[] levelEdgesHz() {
        return LEVEL_EDGES_HZ.clone();
    }

    /** A level in units of {@value #LEVEL_UNIT_DB} dB above {@value #LEVEL_FLOOR_DBFS} dBFS, 0 to 127. */
    public static byte level(double levelDbfs) {
        double units = Math.rint((levelDbfs - LEVEL_FLOOR_DBFS) / LEVEL_UNIT_DB);
        return (byte) Math.max(0, Math.min(Byte.MAX_VALUE, units));
    }

    /** Loudness of a K-weighted mean square of left plus right (ITU-R BS.1770-4, annex 1, 2), LUFS. */
    public static double loudness(double weightedMeanSquare) {
        return LOUDNESS_OFFSET_DB + Decibels.ofPower(weightedMeanSquare);
    }

    /** Mean square of left. */
    public double meanSquareLeft() {
        return meanSquareSum + meanSquareDifference + 2.0 * meanProduct;
    }

    /** Mean square of right. */
    public double meanSquareRight() {
        return meanSquareSum + meanSquareDifference - 2.0 * meanProduct;
    }

    /** Correlation of left and right, -1 to 1; NaN where one of them is nothing. */
    public double correlation() {
        return (meanSquareSum - meanSquareDifference) / Math.sqrt(meanSquareLeft() * meanSquareRight());
    }
}
