package io.bandwatch.dsp.print;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;

/**
 * The levels of decoded sound, look after look without a seam. A window reaches beyond its step, so that the steps of a look
 * end one step before it does. Not thread-safe; allocates only what it returns.
 */
public final class PcmLevels {
    private final LevelSpectrum spectrum;
    private final int lag;
    private final int kept;
    private final float[] room;

    /**
     * @param rateHz rate of the sound, Hz, at least 7 kHz
     * @param mostSamples longest look
     */
    public PcmLevels(int rateHz, int mostSamples) {
        this.spectrum = new LevelSpectrum(rateHz, mostSamples);
        this.lag = Math.max(spectrum.margin(), (int) Math.rint(AudioMeasurement.PRINT_STEP_S * rateHz));
        this.kept = lag + spectrum.margin();
        this.room = new float[kept + mostSamples];
    }

    /** Takes samples from one to another and gives the levels of as long a time, which ended a step before. */
    public byte[] next(float[] x, int from, int to) {
        int samples = to - from;
        System.arraycopy(x, from, room, kept, samples);
        byte[] levels = spectrum.levels(room, kept - lag, kept - lag + samples);
        System.arraycopy(room, samples, room, 0, kept);
        Arrays.fill(room, kept, kept + samples, 0f);
        return levels;
    }
}
