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
     * Regenerates it over an interval. A pilot's frequency and phase, measured over a whole frame, are far more exact than
     * the line from sample to sample, which noise turns.
     *
     * @param zeroHz frequency that a band about it moves to 0
     * @param rateHz rate of that band
     */
    void regenerate(PilotMeter pilot, double zeroHz, double rateHz, int from, int to) {
        double turn = 2.0 * Math.PI * (2.0 * pilot.frequencyHz() - zeroHz) / rateHz;
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        // the pilot's phase, doubled, is that of the carrier turned by half a turn
        double c = Math.cos(2.0 * pilot.phase() + turn * from);
        double s = Math.sin(2.0 * pilot.phase() + turn * from);
        for (int i = from; i < to; i++) {
            carrier[2 * i] = (float) c;
            carrier[2 * i + 1] = (float) s;
            double next = c * cos - s * sin;
            s = c * sin + s * cos;
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
