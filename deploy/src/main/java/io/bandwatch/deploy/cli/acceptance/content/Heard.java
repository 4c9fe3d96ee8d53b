package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.dsp.print.PcmLevels;
import java.util.ArrayList;
import java.util.List;

/**
 * What is heard of a programme.
 *
 * @param levels of each look of 200 ms, as prints are made of them
 * @param wave the sound itself at {@value #WAVE_HZ} Hz, for who compares that
 */
public record Heard(List<byte[]> levels, float[] wave) {
    /** Rate of the wave, Hz. */
    public static final int WAVE_HZ = 6_000;

    /** Sound of 48 kHz, heard as it is. */
    public static Heard of(short[] sound) {
        PcmLevels meter = new PcmLevels(Corpus.RATE_HZ, Way.LOOK);
        List<byte[]> levels = new ArrayList<>();
        float[] wave = new float[sound.length / Way.LOOK * (WAVE_HZ / 5)];
        float[] look = new float[Way.LOOK];
        for (int at = 0; at + Way.LOOK <= sound.length; at += Way.LOOK) {
            for (int i = 0; i < Way.LOOK; i++) {
                look[i] = (float) sound[at + i] / -Short.MIN_VALUE;
            }
            put(look, wave, levels.size());
            levels.add(meter.next(look, 0, Way.LOOK));
        }
        return new Heard(levels, wave);
    }

    /** Puts a look of any rate into its place in the wave, each sample of which is the mean of its time. */
    static void put(float[] look, float[] wave, int number) {
        int factor = look.length / (WAVE_HZ / 5);
        for (int i = 0; i < WAVE_HZ / 5; i++) {
            float sum = 0;
            for (int k = 0; k < factor; k++) {
                sum += look[i * factor + k];
            }
            wave[number * (WAVE_HZ / 5) + i] = sum / factor;
        }
    }
}
