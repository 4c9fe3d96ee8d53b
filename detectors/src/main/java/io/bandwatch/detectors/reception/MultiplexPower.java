package io.bandwatch.detectors.reception;

import io.bandwatch.signal.Decibels;

/**
 * Power of the multiplex over sliding minutes (ITU-R BS.412-9, 2.5): that of a sine of 19 kHz peak deviation is 0 dBr.
 *
 * @param seconds sums of power times time of the last sixty seconds, the one under way first, Hz^2 s
 * @param observedS time in each of them, s
 * @param highestHz2 highest mean of a whole minute so far, Hz^2; 0 before the first
 */
public record MultiplexPower(double[] seconds, double[] observedS, double highestHz2) {
    static final MultiplexPower NOTHING = new MultiplexPower(new double[0], new double[0], 0);

    private static final int WINDOW = 60;
    private static final double REFERENCE_HZ2 = 19e3 * 19e3 / 2;
    private static final double SHORTEST_S = 5;

    MultiplexPower with(double meanSquareHz2, double lookS) {
        boolean same = observedS.length > 0 && observedS[0] < 1 - 1e-6;
        int length = Math.min(WINDOW, same ? seconds.length : seconds.length + 1);
        double[] sums = new double[length];
        double[] times = new double[length];
        System.arraycopy(seconds, 0, sums, same ? 0 : 1, same ? length : length - 1);
        System.arraycopy(observedS, 0, times, same ? 0 : 1, same ? length : length - 1);
        sums[0] += meanSquareHz2 * lookS;
        times[0] += lookS;
        MultiplexPower next = new MultiplexPower(sums, times, highestHz2);
        return length == WINDOW && times[0] >= 1 - 1e-6
                ? new MultiplexPower(sums, times, Math.max(highestHz2, next.meanHz2()))
                : next;
    }

    private double meanHz2() {
        double sum = 0;
        for (double second : seconds) {
            sum += second;
        }
        return sum / windowS();
    }

    /** Time that the figure stands for, s. */
    double windowS() {
        double sum = 0;
        for (double second : observedS) {
            sum += second;
        }
        return sum;
    }

    /** The highest minute, or what there is of the first one; NaN below five seconds. */
    double dBr() {
        if (windowS() < SHORTEST_S) {
            return Double.NaN;
        }
        return Decibels.ofPower(Math.max(highestHz2, highestHz2 == 0 ? meanHz2() : 0) / REFERENCE_HZ2);
    }
}
