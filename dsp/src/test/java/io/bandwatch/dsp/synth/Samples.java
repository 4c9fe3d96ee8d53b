package io.bandwatch.dsp.synth;

/** Complex samples and plain measures of them, each by its definition. */
final class Samples {
    final float[] re;
    final float[] im;

    Samples(int count) {
        re = new float[count];
        im = new float[count];
    }

    static Samples of(WidebandStream stream, int count) {
        Samples samples = new Samples(count);
        stream.read(samples.re, samples.im, 0, count);
        return samples;
    }

    static Samples of(FaultyReceiver receiver, int count) {
        Samples samples = new Samples(count);
        receiver.read(samples.re, samples.im, 0, count);
        return samples;
    }

    double meanPower() {
        return meanPowerBetween(0, re.length);
    }

    double meanPowerBetween(int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += (double) re[i] * re[i] + (double) im[i] * im[i];
        }
        return sum / (to - from);
    }

    Samples minus(Samples other) {
        Samples difference = new Samples(re.length);
        for (int i = 0; i < re.length; i++) {
            difference.re[i] = re[i] - other.re[i];
            difference.im[i] = im[i] - other.im[i];
        }
        return difference;
    }

    /** Power within a band by mixing it to 0 and a moving mean's sinc^2, whose noise bandwidth is 1/length. */
    double powerIn(double centerCycles, double widthCycles) {
        int length = (int) Math.round(1.0 / widthCycles);
        double sum = 0.0;
        int windows = re.length / length;
        for (int w = 0; w < windows; w++) {
            double a = 0.0;
            double b = 0.0;
            for (int i = w * length; i < (w + 1) * length; i++) {
                double angle = -2.0 * Math.PI * centerCycles * i;
                a += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
                b += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
            }
            sum += (a * a + b * b) / length / length;
        }
        return sum / windows;
    }

    /** Frequency of a lone carrier: the phase between neighbours, summed. */
    double frequencyHz(double rateHz) {
        double turns = 0.0;
        for (int i = 1; i < re.length; i++) {
            double cross = (double) im[i] * re[i - 1] - (double) re[i] * im[i - 1];
            double dot = (double) re[i] * re[i - 1] + (double) im[i] * im[i - 1];
            turns += Math.atan2(cross, dot) / (2.0 * Math.PI);
        }
        return turns / (re.length - 1) * rateHz;
    }

    /** Largest distance of the phase from a straight line through the first sample. */
    double worstPhaseErrorTurns(double cyclesPerSample) {
        double start = Math.atan2(im[0], re[0]) / (2.0 * Math.PI);
        double worst = 0.0;
        for (int i = 0; i < re.length; i++) {
            double error = Math.atan2(im[i], re[i]) / (2.0 * Math.PI) - start - cyclesPerSample * i;
            worst = Math.max(worst, Math.abs(error - Math.rint(error)));
        }
        return worst;
    }
}
