package io.bandwatch.detectors.content.matching;

/**
 * How much more likely a bit is in other sound, or other pictures, than in the same.
 *
 * @param wrong logarithm of that if it differs
 * @param right if it does not
 */
public record Odds(double wrong, double right) {
    /** Of what has such a share of differing bits where it is the same. */
    public static Odds against(double share) {
        return new Odds(Math.log(0.5 / share), Math.log(0.5 / (1 - share)));
    }

    /** Share of differing bits that speaks neither way. */
    public double balance() {
        return -right / (wrong - right);
    }

    /** How much so many bits speak for others, nats. */
    public double nats(int differing, int compared) {
        return differing * wrong + (compared - differing) * right;
    }
}
