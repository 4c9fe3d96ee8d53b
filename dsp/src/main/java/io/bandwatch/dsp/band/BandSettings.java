package io.bandwatch.dsp.band;

import io.bandwatch.signal.FrequencyRange;

/**
 * What an I/Q feed looks at.
 *
 * @param sampleRateHz complex samples a second, 240 kHz to 30 MHz
 * @param centerHz frequency of the constant component, Hz
 * @param frameSamples samples of a whole frame, at least 50 ms of them
 * @param band where carriers are looked for; must overlap the usable pass band
 * @param usableShare share of the sample rate that the receiver passes without loss, above 0 and up to 1
 * @param deEmphasisS time constant of the sound's de-emphasis, s: 50e-6, in the Americas and Korea 75e-6 (ITU-R BS.450-3, 1.4)
 */
public record BandSettings(
        double sampleRateHz,
        double centerHz,
        int frameSamples,
        FrequencyRange band,
        double usableShare,
        double deEmphasisS) {
    /** Length of a whole frame, s. */
    public static final double FRAME_S = 0.2;

    /** The shortest frame worth a measurement, s: two dozen looks at 500 Hz a bin. */
    public static final double SHORTEST_FRAME_S = 0.05;

    /** Length of the samples before a frame that its measurement may use, s. */
    public static final double LEAD_S = 0.02;

    /** Decimators of common receivers droop in the outer 4 % on either side. */
    public static final double USABLE_SHARE = 0.92;

    /** The de-emphasis of most of the world, s. */
    public static final double DE_EMPHASIS_S = 50e-6;

    private static final double LOWEST_RATE_HZ = 240e3;
    private static final double HIGHEST_RATE_HZ = 30e6;

    public BandSettings {
        if (!(sampleRateHz >= LOWEST_RATE_HZ && sampleRateHz <= HIGHEST_RATE_HZ)) {
            throw new IllegalArgumentException("sampleRateHz " + sampleRateHz + " is outside 240 kS/s to 30 MS/s;"
                    + " resample the recording, or correct its rate");
        }
        if (frameSamples < shortestFrame(sampleRateHz)) {
            throw new IllegalArgumentException("frameSamples " + frameSamples + " is below 50 ms ("
                    + shortestFrame(sampleRateHz) + " samples); use a longer frame");
        }
        if (!(usableShare > 0.0 && usableShare <= 1.0)) {
            throw new IllegalArgumentException("usableShare " + usableShare + " is outside 0 (excluded) to 1;"
                    + " give the share of the sample rate that the receiver passes, such as 0.92");
        }
        double halfHz = 0.5 * usableShare * sampleRateHz;
        if (!(centerHz - halfHz < band.highHz() && centerHz + halfHz > band.lowHz())) {
            throw new IllegalArgumentException("centerHz " + centerHz + " with " + sampleRateHz
                    + " S/s does not reach the band " + band.lowHz() + " to " + band.highHz()
                    + " Hz; correct the centre frequency, or give another band");
        }
    }

    /** The FM broadcast band in frames of 200 ms. */
    public static BandSettings of(double sampleRateHz, double centerHz) {
        int frameSamples = (int) Math.round(FRAME_S * sampleRateHz);
        return new BandSettings(
                sampleRateHz, centerHz, frameSamples, FrequencyRange.FM_BAND, USABLE_SHARE, DE_EMPHASIS_S);
    }

    /** The same with another time constant of de-emphasis, s. */
    public BandSettings deEmphasised(double timeConstantS) {
        return new BandSettings(sampleRateHz, centerHz, frameSamples, band, usableShare, timeConstantS);
    }

    /** Length of a whole frame, ns. */
    public long frameNs() {
        return Math.round(frameSamples / sampleRateHz * 1e9);
    }

    /** The fewest samples that {@link BandAnalyser#analyse} takes. */
    public int shortestFrameSamples() {
        return shortestFrame(sampleRateHz);
    }

    /** Samples of the lead-in of every frame but the first of a recording. */
    public int leadSamples() {
        return (int) Math.round(LEAD_S * sampleRateHz);
    }

    private static int shortestFrame(double sampleRateHz) {
        return (int) Math.round(SHORTEST_FRAME_S * sampleRateHz);
    }
}
