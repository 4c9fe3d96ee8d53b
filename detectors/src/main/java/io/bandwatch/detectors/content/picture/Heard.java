package io.bandwatch.detectors.content.picture;

import io.bandwatch.signal.av.PicturePrint;

/**
 * What the sound of a programme tells of the delay of its pictures: there is one clock for both.
 *
 * @param delayS how much later the sound came than that of the reference when it was the same last, s; NaN where it never was
 * @param same whether it is the same now
 */
public record Heard(double delayS, boolean same) {
    /** Nothing that tells of the pictures. */
    public static final Heard NOTHING = new Heard(Double.NaN, false);

    private static final double NS_PER_S = 1e9;

    boolean isKnown() {
        return !Double.isNaN(delayS);
    }

    /** The delay in steps of pictures. */
    long delay() {
        return Math.round(delayS * NS_PER_S / PicturePrint.STEP_NS);
    }
}
