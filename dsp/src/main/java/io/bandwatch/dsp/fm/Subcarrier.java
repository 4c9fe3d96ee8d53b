package io.bandwatch.dsp.fm;

/**
 * The carrier of the difference channel, regenerated from the pilot: its second harmonic in the phase of ITU-R BS.450-3,
 * 2.2 (both cross zero upwards together).
 */
final class Subcarrier {
    static final double HZ = 38_000.0;

    /** Interleaved, of length 1, against what a band moves to 0. */
    private final float[] carrier;

    Subcarrier(int mostSamples) {
        this.carrier = new float[2 * mostSamples];
    }

    /**
     * Regenerates it over an interval.
     *
     * @param zeroHz frequency that a band about it moves to 0
     * @param rateHz rate of the pilot's line and of that band
     */
    void regenerate(PilotMeter pilot, double zeroHz, double rateHz, int from, int to) {
        float[] line = pilot.line();
        double turnPerSample = 2.0 * Math.PI * (2.0 * pilot.zeroHz() - zeroHz) / rateHz;
        double stepRe = Math.cos(turnPerSample);
        double stepIm = Math.sin(turnPerSample);
        double c = Math.cos(turnPerSample * from);
        double s = Math.sin(turnPerSample * from);
        for (int i = from; i < to; i++) {
            double x = line[2 * i];
            double y = line[2 * i + 1];
            double power = x * x + y * y;
            // the pilot's phase, doubled, is that of the carrier turned by half a turn
            double re = (x * x - y * y) / power;
            double im = 2.0 * x * y / power;
            carrier[2 * i] = (float) (re * c - im * s);
            carrier[2 * i + 1] = (float) (re * s + im * c);
            double next = c * stepRe - s * stepIm;
            s = c * stepIm + s * stepRe;
            c = next;
        }
    }

    /** Demodulates sidebands about it. */
    void demodulate(float[] sidebands, float[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] = sidebands[2 * i + 1] * carrier[2 * i] - sidebands[2 * i] * carrier[2 * i + 1];
        }
    }
}
