package io.bandwatch.signal;

/**
 * A closed span of frequency.
 *
 * @param lowHz lower edge, Hz, finite
 * @param highHz upper edge, Hz, finite, above {@code lowHz}
 */
public record FrequencyRange(double lowHz, double highHz) {
    /** The FM broadcast band of China, GB/T 15770 scope: 87.0-108.0 MHz. */
    public static final FrequencyRange FM_BAND = new FrequencyRange(87.0e6, 108.0e6);

    public FrequencyRange {
        if (!(lowHz < highHz) || Double.isInfinite(lowHz) || Double.isInfinite(highHz)) {
            throw new IllegalArgumentException("frequency range must have finite edges with lowHz < highHz, got "
                    + lowHz + " to " + highHz + " Hz");
        }
    }

    public double widthHz() {
        return highHz - lowHz;
    }

    public boolean contains(double frequencyHz) {
        return frequencyHz >= lowHz && frequencyHz <= highHz;
    }
}
