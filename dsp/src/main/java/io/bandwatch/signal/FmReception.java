package io.bandwatch.signal;

/**
 * What one frame measured of a carrier as an FM emission.
 *
 * @param narrowFilter whether the narrower channel filter was used, because of a strong neighbour
 * @param observedS length of the measured interval, s
 * @param frequencyHz mean instantaneous frequency over it, Hz
 * @param centreHz frequency at the middle of the histogram, Hz
 * @param deviationHistogram samples of the multiplex, 65 kHz wide, per {@value #STEP_HZ} Hz of instantaneous frequency
 *     against {@code centreHz}; the middle step is centred on 0, and the first and last collect what lies beyond
 * @param multiplexMeanSquareHz2 mean square of the multiplex about its mean, 65 kHz wide, noise included, Hz^2
 * @param noiseMeanSquareHz2 share of it expected from noise, Hz^2
 * @param envelopeVariation variance of the channel's instantaneous power over its mean squared, noise included: near 0 for a
 *     clean FM carrier, near 1 for noise and for multicarrier signals
 * @param pilotDeviationHz peak deviation by the 19 kHz pilot, Hz, whether or not it is one
 * @param pilotSnrDb pilot over the noise beside it, dB in the bandwidth of its line
 * @param pilotFrequencyHz frequency of that line, Hz
 * @param audio the sound
 * @param rds the bits of the radio data system
 */
public record FmReception(
        boolean narrowFilter,
        double observedS,
        double frequencyHz,
        double centreHz,
        int[] deviationHistogram,
        double multiplexMeanSquareHz2,
        double noiseMeanSquareHz2,
        double envelopeVariation,
        double pilotDeviationHz,
        double pilotSnrDb,
        double pilotFrequencyHz,
        AudioMeasurement audio,
        RdsBits rds) {
    /** Width of a step of the histogram, Hz. */
    public static final int STEP_HZ = 1000;

    /** Steps of the histogram: up to 160 kHz to either side. */
    public static final int STEPS = 321;
}
