package io.bandwatch.dsp.fm;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.Arrays;

/**
 * How loud the programme is from step to step in each of a few bands: enough to tell whether two carriers carry the same
 * one, little enough to be kept for every carrier. The envelope of a band is the magnitude of its analytic signal, taken
 * from the multiplex at a rate not much above its width.
 */
final class ProgrammeBands {
    /** Room beside a band, so that its edges do not meet. */
    private static final double ROOM = 1.3;

    /** Forty samples of the narrowest band fall on a step, so that where it begins does not matter. */
    private static final double LOWEST_RATE_HZ = 2000.0;

    /** A frame's interval may be shorter than its ten steps by the rounding at both ends. */
    private static final int ROUNDING = 2;

    private static final double FULL_SCALE_HZ2 = FmReceiver.FULL_SCALE_HZ * FmReceiver.FULL_SCALE_HZ;

    private final MultiplexSpectrum.Band[] bands = new MultiplexSpectrum.Band[AudioMeasurement.LEVEL_BANDS];
    private final double stepSamples;

    ProgrammeBands(MultiplexSpectrum spectrum, double rateHz, MultiplexSpectrum.Response deEmphasis) {
        this.stepSamples = AudioMeasurement.LEVEL_STEP_S * rateHz;
        double[] edgesHz = AudioMeasurement.levelEdgesHz();
        for (int b = 0; b < bands.length; b++) {
            double widthHz = edgesHz[b + 1] - edgesHz[b];
            double centreHz = 0.5 * (edgesHz[b] + edgesHz[b + 1]);
            int factor = 1;
            while (rateHz / (2 * factor) >= Math.max(LOWEST_RATE_HZ, ROOM * widthHz)) {
                factor *= 2;
            }
            bands[b] = spectrum.band(centreHz, edgesHz[b], edgesHz[b + 1], factor, new Shifted(centreHz, deEmphasis));
        }
    }

    /** The levels of an interval, as {@link AudioMeasurement#programmeLevels} has them. */
    byte[] levels(int firstMeasured, int measured) {
        int steps = (int) ((measured + ROUNDING) / stepSamples);
        int end = firstMeasured + measured;
        byte[] levels = new byte[steps * bands.length];
        double[] squares = new double[steps];
        for (int b = 0; b < bands.length; b++) {
            Arrays.fill(squares, 0.0);
            meanSquares(bands[b], end, squares);
            for (int s = 0; s < steps; s++) {
                levels[s * bands.length + b] = AudioMeasurement.level(Decibels.ofPower(squares[s] / FULL_SCALE_HZ2));
            }
        }
        return levels;
    }

    private void meanSquares(MultiplexSpectrum.Band band, int end, double[] squares) {
        float[] analytic = band.take();
        for (int s = 0; s < squares.length; s++) {
            int from = band.firstFrom(stepBegin(end, squares.length - s));
            int to = band.firstFrom(stepBegin(end, squares.length - s - 1));
            double sum = 0.0;
            for (int i = 2 * from; i < 2 * to; i++) {
                sum += (double) analytic[i] * analytic[i];
            }
            // half of the squared magnitude of an analytic signal is the mean square of the real one
            squares[s] = 0.5 * sum / Math.max(1, to - from);
        }
    }

    private int stepBegin(int end, int stepsBeforeEnd) {
        return Math.max(0, end - (int) Math.rint(stepsBeforeEnd * stepSamples));
    }

    /** A response to the audio itself, for a band that is moved to its own centre. */
    private record Shifted(double centreHz, MultiplexSpectrum.Response response) implements MultiplexSpectrum.Response {
        @Override
        public double re(double frequencyHz) {
            return response.re(centreHz + frequencyHz);
        }

        @Override
        public double im(double frequencyHz) {
            return response.im(centreHz + frequencyHz);
        }
    }
}
