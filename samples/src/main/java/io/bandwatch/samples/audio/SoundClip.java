package io.bandwatch.samples.audio;

import io.bandwatch.dsp.synth.fm.AudioStream;
import java.util.Arrays;

/**
 * A finite piece of sound at 48 kHz.
 *
 * @param left full scale 1.0, not empty
 * @param right same length
 */
record SoundClip(float[] left, float[] right) {
    /** What of a file is used; the rest is not read. */
    static final int LONGEST_S = 120;

    SoundClip {
        if (left.length == 0 || left.length != right.length) {
            throw new IllegalArgumentException("a clip needs two channels of one length above 0, got " + left.length
                    + " and " + right.length + " samples");
        }
    }

    /** Brings a clip to 48 kHz by straight windowed-sinc interpolation, cut below the lower of the two rates. */
    static SoundClip ofRate(float[] left, float[] right, double rateHz) {
        if (rateHz == AudioStream.RATE_HZ) {
            return new SoundClip(left, right);
        }
        int count = (int) Math.max(1, Math.floor(left.length * (AudioStream.RATE_HZ / rateHz)));
        double cutoff = Math.min(0.5, 0.5 * AudioStream.RATE_HZ / rateHz) * 0.95;
        int half = (int) Math.ceil(16 * 0.5 / cutoff);
        float[] newLeft = new float[count];
        float[] newRight = new float[count];
        double[] taps = new double[2 * half];
        for (int i = 0; i < count; i++) {
            double position = i * rateHz / AudioStream.RATE_HZ;
            int first = (int) position - half + 1;
            fillTaps(taps, position - first, cutoff, half);
            double sumLeft = 0.0;
            double sumRight = 0.0;
            for (int n = Math.max(0, -first); n < taps.length && first + n < left.length; n++) {
                sumLeft += taps[n] * left[first + n];
                sumRight += taps[n] * right[first + n];
            }
            newLeft[i] = (float) sumLeft;
            newRight[i] = (float) sumRight;
        }
        return new SoundClip(newLeft, newRight);
    }

    private static void fillTaps(double[] taps, double middle, double cutoff, int half) {
        for (int n = 0; n < taps.length; n++) {
            double x = n - middle;
            double angle = 2.0 * Math.PI * cutoff * x;
            double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * Math.min(1.0, Math.abs(x) / half));
            taps[n] = 2.0 * cutoff * window * (Math.abs(angle) < 1e-9 ? 1.0 : StrictMath.sin(angle) / angle);
        }
    }

    /** The same clip with silence behind it. */
    SoundClip followedBySilence(double seconds) {
        int length = left.length + (int) (seconds * AudioStream.RATE_HZ);
        return new SoundClip(Arrays.copyOf(left, length), Arrays.copyOf(right, length));
    }

    /** The same clip with its largest sample at this amplitude; silence stays silence. */
    SoundClip withPeak(float peak) {
        float largest = 0f;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        if (largest == 0f) {
            return this;
        }
        float[] newLeft = new float[left.length];
        float[] newRight = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            newLeft[i] = left[i] * peak / largest;
            newRight[i] = right[i] * peak / largest;
        }
        return new SoundClip(newLeft, newRight);
    }

    /** The clip again and again, from a place in it on. */
    AudioStream repeated(double startS) {
        int[] position = {(int) Math.floorMod((long) (startS * AudioStream.RATE_HZ), (long) left.length)};
        return (outLeft, outRight, count) -> {
            for (int i = 0; i < count; i++) {
                outLeft[i] = left[position[0]];
                outRight[i] = right[position[0]];
                position[0] = position[0] + 1 == left.length ? 0 : position[0] + 1;
            }
        };
    }
}
