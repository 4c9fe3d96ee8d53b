package io.bandwatch.dsp.synth;

/** Sine by table and straight line: error below 3e-7, the same on every machine. */
public final class SineTable {
    private static final int SIZE = 4096;
    private static final float[] SINE = table();

    private SineTable() {}

    /** Sine of an angle in turns. */
    public static float sine(double turns) {
        double position = (turns - Math.floor(turns)) * SIZE;
        int index = (int) position;
        float fraction = (float) (position - index);
        return SINE[index] + fraction * (SINE[index + 1] - SINE[index]);
    }

    /** Cosine of an angle in turns. */
    public static float cosine(double turns) {
        return sine(turns + 0.25);
    }

    private static float[] table() {
        // one more than a turn needs: a turn just below 1 may round up to SIZE
        float[] sine = new float[SIZE + 2];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) StrictMath.sin(2.0 * Math.PI * i / SIZE);
        }
        return sine;
    }
}
