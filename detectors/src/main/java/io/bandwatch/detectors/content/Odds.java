package io.bandwatch.detectors.content;

/**
 * How much more likely a bit is in other sound than in the same.
 *
 * @param wrong logarithm of that if it differs
 * @param right if it does not
 */
record Odds(double wrong, double right) {
    /** Of sound of which such a share of the bits differs where it is the same. */
    static Odds against(double share) {
        return new Odds(Math.log(0.5 / share), Math.log(0.5 / (1 - share)));
    }

    /** Share of differing bits that speaks neither way. */
    double balance() {
        return -right / (wrong - right);
    }

    double nats(int differing, int compared) {
        return differing * wrong + (compared - differing) * right;
    }
}
