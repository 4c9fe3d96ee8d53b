package io.bandwatch.samples.recording;

import io.bandwatch.samples.scenario.IqFormat;
import java.nio.ByteBuffer;

/**
 * Turns samples of full scale 1.0 into bytes, rounded to the nearest step and limited at the ends of the scale. The noise
 * of a scene is the dither. For cu8 the middle of the scale, 127.5, is 0, so that no code has a constant component.
 */
public final class SampleEncoder {
    private SampleEncoder() {}

    /** Writes {@code count} samples. */
    public static void encode(IqFormat format, float[] re, float[] im, int count, ByteBuffer out) {
        for (int i = 0; i < count; i++) {
            switch (format) {
                case CU8 -> {
                    out.put(unsigned(re[i]));
                    out.put(unsigned(im[i]));
                }
                case CS8 -> {
                    out.put((byte) signed(re[i], 128));
                    out.put((byte) signed(im[i], 128));
                }
                case CS16 -> {
                    out.putShort((short) signed(re[i], 32768));
                    out.putShort((short) signed(im[i], 32768));
                }
                case CF32 -> {
                    out.putFloat(re[i]);
                    out.putFloat(im[i]);
                }
            }
        }
    }

    private static byte unsigned(float value) {
        float step = value * 127.5f + 128f;
        return (byte) Math.max(0, Math.min(255, (int) Math.floor(step)));
    }

    private static int signed(float value, int scale) {
        return Math.max(-scale, Math.min(scale - 1, Math.round(value * scale)));
    }
}
