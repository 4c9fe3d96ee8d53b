package io.bandwatch.detectors.reception;

import io.bandwatch.detectors.condition.SlidingMean;
import io.bandwatch.signal.Decibels;

/**
 * Power of the multiplex over sliding minutes (ITU-R BS.412-9, 2.5): that of a sine of 19 kHz peak deviation is 0 dBr.
 *
 * @param minute mean square of the multiplex over the last minute, Hz^2
 * @param highestHz2 highest mean of a whole minute so far, Hz^2; 0 before the first
 */
public record MultiplexPower(SlidingMean minute, double highestHz2) {
    /** The window of the recommendation, s. */
    public static final int WINDOW_S = 60;

    /** Mean square of 0 dBr, Hz^2. */
    public static final double REFERENCE_HZ2 = 19e3 * 19e3 / 2;

    static final MultiplexPower NOTHING = new MultiplexPower(SlidingMean.NOTHING, 0);

    private static final double SHORTEST_S = 5;

    MultiplexPower with(double meanSquareHz2, double lookS) {
        SlidingMean next = minute.with(meanSquareHz2, lookS, WINDOW_S);
        return new MultiplexPower(next, next.spans(WINDOW_S) ? Math.max(highestHz2, next.mean()) : highestHz2);
    }

    /** The last minute alone, whatever was before. */
    MultiplexPower latest() {
        return new MultiplexPower(minute, 0);
    }

    /** Whether too little was received to tell a figure. */
    boolean isTooShort() {
        return windowS() < SHORTEST_S;
    }

    /** Time that the figure stands for, s. */
    double windowS() {
        return minute.observedS();
    }

    /** The highest minute, or what there is of the first one; NaN below five seconds. */
    double dBr() {
        if (isTooShort()) {
            return Double.NaN;
        }
        return Decibels.ofPower((highestHz2 == 0 ? minute.mean() : highestHz2) / REFERENCE_HZ2);
    }
}
