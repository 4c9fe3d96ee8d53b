package io.bandwatch.dsp.band;

import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;

/**
 * A rise of the spectrum above the noise that one transmitter explains.
 *
 * @param from first bin that belongs to it
 * @param to bin after the last one
 * @param peak bin of its highest density
 * @param centroid power centroid, noise removed, bins
 * @param power its power, noise removed, linear
 */
record Emission(int from, int to, int peak, double centroid, double power) {
    /** Wider bins do not resolve the edges of a station. */
    private static final double WIDEST_BIN_FOR_BANDWIDTH_HZ = 20e3;

    /** Share of the power left out on either side: beta/2 of ITU-R SM.443-4, annex 1, method of 99 % of the power. */
    private static final double OUTSIDE_SHARE = 0.005;

    /** Half of the width around its own middle in which the centroid is taken, unless a neighbour is nearer, Hz. */
    private static final double CENTROID_HALF_HZ = 90e3;

    /** The emission between two bins, around a peak. */
    static Emission between(int from, int to, int peak, NoiseFloor floor) {
        double power = 0.0;
        for (int i = from; i < to; i++) {
            power += floor.excess(i);
        }
        return new Emission(from, to, peak, centroid(from, to, peak, floor), power);
    }

    /** Distance of the centroid from the nearer end, at most 90 and at least 30 kHz, Hz. */
    double halfWidthHz(double stepHz) {
        return halfWidthHz(from, to, centroid, stepHz);
    }

    /** Carrier over noise in 200 kHz, linear. */
    double snr(NoiseFloor floor) {
        return power / floor.inChannel(peak);
    }

    /** Width that holds 99 % of the power, Hz. */
    double occupiedHz(NoiseFloor floor) {
        return occupiedBins(floor) * floor.spectrum().stepHz();
    }

    /** The measurement of this emission by its spectrum alone. */
    CarrierMeasurement measured(NoiseFloor floor) {
        double stepHz = floor.spectrum().stepHz();
        double bandwidthHz = stepHz > WIDEST_BIN_FOR_BANDWIDTH_HZ ? Double.NaN : occupiedHz(floor);
        double centroidHz = floor.spectrum().frequencyHz(centroid);
        return new CarrierMeasurement(
                centroidHz,
                centroidHz,
                Decibels.ofPower(power),
                Decibels.ofPower(snr(floor)),
                bandwidthHz,
                ArtefactEvidence.NONE,
                null,
                FlatTop.widthHz(this, floor));
    }

    private double occupiedBins(NoiseFloor floor) {
        double lower = Double.NaN;
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            double next = sum + floor.excess(i);
            if (Double.isNaN(lower) && next >= OUTSIDE_SHARE * power) {
                lower = i + (OUTSIDE_SHARE * power - sum) / (next - sum);
            }
            if (next >= (1.0 - OUTSIDE_SHARE) * power) {
                return i + ((1.0 - OUTSIDE_SHARE) * power - sum) / (next - sum) - lower;
            }
            sum = next;
        }
        return to - lower;
    }

    /** Taken again around its own result, so that noise far to one side has no lever. */
    private static double centroid(int from, int to, int peak, NoiseFloor floor) {
        double center = peak;
        double stepHz = floor.spectrum().stepHz();
        for (int round = 0; round < 4; round++) {
            double half = round == 0 ? to - from : halfWidthHz(from, to, center, stepHz) / stepHz;
            double sum = 0.0;
            double moment = 0.0;
            int end = Math.min(to, (int) Math.round(center + half) + 1);
            for (int i = Math.max(from, (int) Math.round(center - half)); i < end; i++) {
                sum += floor.excess(i);
                moment += floor.excess(i) * (i - center);
            }
            double next = center + moment / sum;
            if (!(next >= from && next <= to - 1)) {
                return center;
            }
            center = next;
        }
        return center;
    }

    private static double halfWidthHz(int from, int to, double center, double stepHz) {
        double nearer = Math.min(center - from, to - center) * stepHz;
        return Math.max(30e3, Math.min(CENTROID_HALF_HZ, nearer));
    }
}
