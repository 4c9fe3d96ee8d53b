package io.bandwatch.dsp.fm;

/**
 * The difference channel: double sideband about 38 kHz, whose carrier is the pilot's second harmonic in the phase of
 * ITU-R BS.450-3, 2.2 (both cross zero upwards together).
 */
final class Difference {
    static final double SUBCARRIER_HZ = 38_000.0;

    private final MultiplexSpectrum.Band band;

    Difference(MultiplexSpectrum spectrum, int factor, double halfWidthHz, MultiplexSpectrum.Response deEmphasis) {
        this.band = spectrum.band(
                SUBCARRIER_HZ, SUBCARRIER_HZ - halfWidthHz, SUBCARRIER_HZ + halfWidthHz, factor, deEmphasis);
    }

    /**
     * Sums over an interval.
     *
     * @param sum the sum channel, analytic, its real part counts
     * @return squares of the difference channel, and products with the sum channel; zeros without pilot
     */
    double[] measure(PilotMeter pilot, float[] sum, int from, int to) {
        double[] out = new double[2];
        if (!pilot.present()) {
            return out;
        }
        float[] sidebands = band.take();
        float[] line = pilot.line();
        double turnPerSample = 2.0 * Math.PI * (2.0 * pilot.zeroHz() - band.zeroHz()) / band.rateHz();
        for (int i = from; i < to; i++) {
            double x = line[2 * i];
            double y = line[2 * i + 1];
            double power = x * x + y * y;
            // the pilot's phase, doubled, is that of the carrier turned by half a turn
            double re = (x * x - y * y) / power;
            double im = 2.0 * x * y / power;
            double turn = turnPerSample * i;
            double c = Math.cos(turn);
            double s = Math.sin(turn);
            double carrierRe = re * c - im * s;
            double carrierIm = re * s + im * c;
            double value = sidebands[2 * i + 1] * carrierRe - sidebands[2 * i] * carrierIm;
            out[0] += value * value;
            out[1] += value * sum[2 * i];
        }
        return out;
    }
}
