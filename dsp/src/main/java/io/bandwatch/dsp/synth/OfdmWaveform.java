package io.bandwatch.dsp.synth;

import io.bandwatch.dsp.fft.Fft;
import java.util.Arrays;

/**
 * The complex baseband of an {@link OfdmBlock}, mean power 1: symbols of four phases, each with a cyclic prefix of an eighth,
 * joined by raised cosines within the prefix. The distance of the carriers is the nearest to the block's that a transform of
 * a power of two gives. Not thread-safe; allocates nothing in {@code next}.
 */
final class OfdmWaveform {
    private final Fft inverse;
    private final SeededRandom random;
    private final int half;
    private final int prefix;
    private final float scale;
    private final int size;
    private float[] symbol;
    private float[] before;
    private int at;
    float re;
    float im;

    OfdmWaveform(OfdmBlock block, double rateHz) {
        int power = (int) Math.round(Math.log(rateHz / OfdmBlock.SPACING_HZ) / Math.log(2));
        this.size = 1 << power;
        this.inverse = new Fft(size);
        this.random = SeededRandom.forPurpose(block.seed(), "digital block");
        this.half = (int) Math.round(0.5 * block.widthHz() * size / rateHz);
        this.prefix = size / 8;
        this.scale = (float) Math.sqrt(0.5 / (2 * half));
        this.symbol = new float[2 * size];
        this.before = new float[2 * size];
        draw();
        draw();
    }

    /** Moves on to the next sample. */
    void next() {
        if (at == size + prefix) {
            draw();
        }
        int index = (at + size - prefix) & (size - 1);
        re = symbol[2 * index];
        im = symbol[2 * index + 1];
        int roll = prefix / 2;
        if (at < roll) {
            float rise = 0.5f - 0.5f * SineTable.cosine(0.5 * at / roll);
            re = rise * re + (1f - rise) * before[2 * at];
            im = rise * im + (1f - rise) * before[2 * at + 1];
        }
        at++;
    }

    private void draw() {
        float[] next = before;
        Arrays.fill(next, 0f);
        for (int k = -half; k <= half; k++) {
            if (k != 0) {
                int bin = k & (size - 1);
                next[2 * bin] = random.nextInt(2) == 0 ? scale : -scale;
                next[2 * bin + 1] = random.nextInt(2) == 0 ? scale : -scale;
            }
        }
        inverse.inverse(next);
        before = symbol;
        symbol = next;
        at = 0;
    }
}
