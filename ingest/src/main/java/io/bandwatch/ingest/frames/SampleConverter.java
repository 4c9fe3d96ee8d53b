package io.bandwatch.ingest.frames;

import io.bandwatch.ingest.SampleFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Turns the bytes of complex samples into split float arrays, full scale 1.0. The only place where samples are checked
 * to be finite: others become zero and are counted. Allocates nothing in {@link #convert}. Not thread-safe.
 */
public final class SampleConverter {
    // rtl_sdr writes offset binary around 127.5
    private static final float[] UNSIGNED = table(value -> (value - 127.5f) / 127.5f);
    private static final float[] SIGNED = table(value -> (byte) value / 128f);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final float SHORT_SCALE = 1f / 32768f;

    private final SampleFormat format;
    private long nonFinite;

    public SampleConverter(SampleFormat format) {
        this.format = format;
    }

    private interface Scaling {
        float of(int unsignedByte);
    }

    private static float[] table(Scaling scaling) {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = scaling.of(i);
        }
        return table;
    }

    /** Samples that were not finite so far. */
    public long nonFinite() {
        return nonFinite;
    }

    /**
     * Converts samples.
     *
     * @param bytes the samples, little-endian, from byte 0
     * @param count how many samples
     * @param re in-phase, filled from {@code at}
     * @param im quadrature, filled from {@code at}
     * @param at index of the first sample to be filled
     */
    public void convert(byte[] bytes, int count, float[] re, float[] im, int at) {
        switch (format) {
            case CU8 -> fromBytes(bytes, count, UNSIGNED, re, im, at);
            case CS8 -> fromBytes(bytes, count, SIGNED, re, im, at);
            case CS16 -> fromShorts(bytes, count, re, im, at);
            case CF32 -> fromFloats(bytes, count, re, im, at);
        }
    }

    private static void fromBytes(byte[] bytes, int count, float[] table, float[] re, float[] im, int at) {
        for (int i = 0; i < count; i++) {
            re[at + i] = table[bytes[2 * i] & 0xff];
            im[at + i] = table[bytes[2 * i + 1] & 0xff];
        }
    }

    private static void fromShorts(byte[] bytes, int count, float[] re, float[] im, int at) {
        for (int i = 0; i < count; i++) {
            int pair = (int) INTS.get(bytes, 4 * i);
            re[at + i] = (short) pair * SHORT_SCALE;
            im[at + i] = (pair >> 16) * SHORT_SCALE;
        }
    }

    private void fromFloats(byte[] bytes, int count, float[] re, float[] im, int at) {
        for (int i = 0; i < count; i++) {
            float inPhase = (float) FLOATS.get(bytes, 8 * i);
            float quadrature = (float) FLOATS.get(bytes, 8 * i + 4);
            boolean finite = Float.isFinite(inPhase) && Float.isFinite(quadrature);
            if (!finite) {
                nonFinite++;
            }
            re[at + i] = finite ? inPhase : 0f;
            im[at + i] = finite ? quadrature : 0f;
        }
    }
}
