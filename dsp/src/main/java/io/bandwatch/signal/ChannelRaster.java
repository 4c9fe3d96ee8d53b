package io.bandwatch.signal;

/**
 * The raster of channels: index 0 is {@code firstHz}, channels are {@code stepHz} apart. A frequency is never compared
 * with {@code ==}; it is addressed by its index here.
 *
 * @param firstHz centre of channel 0, Hz
 * @param lastHz centre of the last channel, Hz, a whole number of steps above {@code firstHz}
 * @param stepHz distance of neighbours, Hz, positive
 */
public record ChannelRaster(long firstHz, long lastHz, long stepHz) {
    /** 87.0-108.0 MHz in steps of 100 kHz: 211 channels. */
    public static final ChannelRaster FM = new ChannelRaster(87_000_000L, 108_000_000L, 100_000L);

    public ChannelRaster {
        if (stepHz <= 0 || lastHz < firstHz || (lastHz - firstHz) % stepHz != 0) {
            throw new IllegalArgumentException(
                    "raster needs stepHz > 0 and lastHz a whole number of steps above firstHz," + " got " + firstHz
                            + " to " + lastHz + " by " + stepHz + " Hz");
        }
    }

    /** How many channels there are. */
    public int count() {
        return (int) ((lastHz - firstHz) / stepHz) + 1;
    }

    /** Centre of channel {@code index}, Hz. */
    public long centerHz(int index) {
        return firstHz + index * stepHz;
    }

    /** Index of the channel nearest to the frequency; may lie outside {@code 0..count()-1}. */
    public int nearest(double frequencyHz) {
        return (int) Math.round((frequencyHz - firstHz) / stepHz);
    }

    /** Whether the frequency lies within half a step of a channel of this raster. */
    public boolean covers(double frequencyHz) {
        int index = nearest(frequencyHz);
        return index >= 0 && index < count();
    }
}
