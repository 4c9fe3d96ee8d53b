package io.bandwatch.dsp.fm;

import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.signal.FmReception;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A stereo transmitter and the receiver behind it: what is said into left and right comes back as measured. */
final class FmFrames {
    static final double RATE_HZ = 300e3;
    private static final double LEAD_S = 0.04;
    private static final double FRAME_S = 0.2;
    private static final double LAG_S = 0.02;
    private static final int FINER = 4;

    private final double deEmphasisS;
    private final double pilotHz;
    private final double noiseAmplitude;

    /**
     * @param deEmphasisS of the receiver; the transmitter has no pre-emphasis
     * @param pilotHz deviation by the pilot, 0 for a mono transmitter
     * @param carrierToNoiseDb in 200 kHz
     */
    FmFrames(double deEmphasisS, double pilotHz, double carrierToNoiseDb) {
        this.deEmphasisS = deEmphasisS;
        this.pilotHz = pilotHz;
        this.noiseAmplitude = Math.sqrt(Math.pow(10, -carrierToNoiseDb / 10) * RATE_HZ / 200e3 / 2);
    }

    /** Receives {@code count} frames of 200 ms. */
    List<FmReception> receive(int count, DoubleUnaryOperator left, DoubleUnaryOperator right) {
        int lead = (int) Math.rint(LEAD_S * RATE_HZ);
        int frame = (int) Math.rint(FRAME_S * RATE_HZ);
        float[][] all = transmit(lead + count * frame, left, right);
        FmReceiver receiver = new FmReceiver(RATE_HZ, lead + frame, deEmphasisS);
        List<FmReception> receptions = new ArrayList<>();
        int first = (int) Math.rint((LEAD_S - LAG_S) * RATE_HZ);
        for (int i = 0; i < count; i++) {
            int from = i * frame;
            ChannelSamples z = ChannelSamples.of(
                    Arrays.copyOfRange(all[0], from, from + lead + frame),
                    Arrays.copyOfRange(all[1], from, from + lead + frame),
                    0.0);
            receptions.add(receiver.receive(z, LEAD_S, first, frame, 98e6, false));
        }
        return receptions;
    }

    /** Time at which the measured interval of the first frame begins, s. */
    static double firstMeasuredS() {
        return LEAD_S - LAG_S;
    }

    private float[][] transmit(int samples, DoubleUnaryOperator left, DoubleUnaryOperator right) {
        Random random = new Random(770);
        float[][] z = new float[2][samples];
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            z[0][i] = (float) (Math.cos(phase) + noiseAmplitude * random.nextGaussian());
            z[1][i] = (float) (Math.sin(phase) + noiseAmplitude * random.nextGaussian());
            for (int k = 0; k < FINER; k++) {
                double t = (i + (k + 0.5) / FINER) / RATE_HZ;
                double l = left.applyAsDouble(t);
                double r = right.applyAsDouble(t);
                double pilot = 2 * Math.PI * 19e3 * t;
                double side = pilotHz == 0 ? 0 : 0.5 * (l - r) * Math.sin(2 * pilot);
                double hz = 75e3 * (0.5 * (l + r) + side) + pilotHz * Math.sin(pilot);
                phase += 2 * Math.PI * hz / RATE_HZ / FINER;
            }
        }
        return z;
    }
}
