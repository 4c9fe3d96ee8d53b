package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sound that was not there before: the hours of the corpus one after the other, and when they are used up backwards, and
 * then an eighth faster and slower, by which nobody knows them again. 48 kHz, one channel. Not thread-safe.
 */
final class FreshSound {
    private static final double[] SPEEDS = {1, -1, 1.125, -1.125, 0.888, -0.888};

    private final Corpus corpus;
    private final int firstHour;
    private int used;
    private short[] hour = {};
    private int at;

    FreshSound(Corpus corpus, SeededRandom random) {
        this.corpus = corpus;
        this.firstHour = random.nextInt(corpus.hours().size());
    }

    /** The next so many samples. */
    short[] next(int samples) throws IOException {
        short[] next = new short[samples];
        int filled = 0;
        while (filled < samples) {
            if (at == hour.length) {
                hour = treated();
                at = 0;
            }
            int count = Math.min(samples - filled, hour.length - at);
            System.arraycopy(hour, at, next, filled, count);
            at += count;
            filled += count;
        }
        return next;
    }

    private short[] treated() throws IOException {
        int hours = corpus.hours().size();
        double speed = SPEEDS[used / hours % SPEEDS.length];
        short[] sound = corpus.hour((firstHour + used) % hours);
        used++;
        if (speed < 0) {
            for (int i = 0, k = sound.length - 1; i < k; i++, k--) {
                short one = sound[i];
                sound[i] = sound[k];
                sound[k] = one;
            }
        }
        return Math.abs(speed) == 1 ? sound : faster(sound, Math.abs(speed));
    }

    /** The same in less or more time, and as much higher or lower; by straight lines between samples. */
    static short[] faster(short[] sound, double speed) {
        short[] result = new short[(int) ((sound.length - 1) / speed)];
        for (int i = 0; i < result.length; i++) {
            double position = i * speed;
            int whole = (int) position;
            double part = position - whole;
            result[i] = (short) Math.rint((1 - part) * sound[whole] + part * sound[whole + 1]);
        }
        return result;
    }

    /** A part of a sound. */
    static short[] part(short[] sound, int from, int length) {
        return Arrays.copyOfRange(sound, from, from + length);
    }
}
