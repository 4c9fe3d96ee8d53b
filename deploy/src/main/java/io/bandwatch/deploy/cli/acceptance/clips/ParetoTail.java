package io.bandwatch.deploy.cli.acceptance.clips;

import io.bandwatch.dsp.synth.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rate of what exceeds a score goes on beyond what was seen: peaks over a threshold are distributed as generalised
 * Pareto (S. Coles, "An Introduction to Statistical Modeling of Extreme Values", Springer 2001, 4.2 and 4.3), fitted by
 * greatest likelihood. Its interval is found by drawing the hours anew, with replacement.
 */
final class ParetoTail {
    private static final int DRAWS = 400;

    /**
     * Below -0.5 greatest likelihood is not regular (Coles 3.3.2): such a fit ends the tail at the highest peak that was seen. One that
     * is held at -0.5 goes on beyond it, and errs to higher levels.
     */
    private static final double[] SHAPES = grid(-0.5, 1.0, 0.02);

    private ParetoTail() {}

    /**
     * The score that is exceeded once in so many channel-hours.
     *
     * @param score most likely
     * @param low below which it is in 2.5 % of the draws
     * @param high above which it is in 2.5 % of the draws
     * @param shape of the tail: below 0 it ends, above it is heavy
     * @param scale its scale, in units of the score
     */
    record Level(double score, double low, double high, double shape, double scale) {}

    /**
     * The level, and its interval.
     *
     * @param excesses over the threshold, of each of the hours that are as long as each other and have different sounds
     * @param hours of all of them together
     */
    static Level level(List<double[]> excesses, double threshold, double hours, double once) {
        double[] all = joined(excesses);
        double[] fit = fitted(all);
        SeededRandom random = SeededRandom.forPurpose(1, "hours drawn anew");
        double[] levels = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<double[]> drawn = new ArrayList<>();
            for (int i = 0; i < excesses.size(); i++) {
                drawn.add(excesses.get(random.nextInt(excesses.size())));
            }
            double[] some = joined(drawn);
            levels[draw] = threshold + beyond(fitted(some), some.length / hours * once);
        }
        Arrays.sort(levels);
        return new Level(
                threshold + beyond(fit, all.length / hours * once),
                levels[DRAWS / 40],
                levels[DRAWS - 1 - DRAWS / 40],
                fit[0],
                fit[1]);
    }

    /** Coles, equation 4.12, over the threshold. */
    private static double beyond(double[] fit, double peaks) {
        if (peaks <= 1) {
            return 0;
        }
        return Math.abs(fit[0]) < 1e-9 ? fit[1] * Math.log(peaks) : fit[1] / fit[0] * (Math.pow(peaks, fit[0]) - 1);
    }

    /** Shape and scale of greatest likelihood (Coles, equation 4.10), on a grid. */
    private static double[] fitted(double[] excesses) {
        double mean = Arrays.stream(excesses).average().orElse(0);
        double[] best = {0, mean};
        double most = Double.NEGATIVE_INFINITY;
        for (double shape : SHAPES) {
            for (double factor : grid(0.3, 2.0, 0.02)) {
                double likelihood = likelihood(excesses, shape, mean * factor);
                if (likelihood > most) {
                    most = likelihood;
                    best = new double[] {shape, mean * factor};
                }
            }
        }
        return best;
    }

    private static double likelihood(double[] excesses, double shape, double scale) {
        double sum = -excesses.length * Math.log(scale);
        for (double excess : excesses) {
            double inside = 1 + shape * excess / scale;
            if (inside <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            sum -= Math.abs(shape) < 1e-9 ? excess / scale : (1 + 1 / shape) * Math.log(inside);
        }
        return sum;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] grid(double from, double to, double step) {
        double[] grid = new double[(int) Math.rint((to - from) / step) + 1];
        Arrays.setAll(grid, i -> from + i * step);
        return grid;
    }
}
