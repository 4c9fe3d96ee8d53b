package io.bandwatch.dsp.video;

/**
 * The knobs of {@link VideoMeter}.
 *
 * @param blackLevel brightness up to which a pixel is black, 0 to 1. Too low: the noise of a real black is no black; too
 *     high: night scenes are
 * @param stillNoise mean absolute difference up to which a picture is the same as its reference, as a share of 256. Too low:
 *     a coder's noise is movement; too high: a moving mouth is none
 * @param blockNoise difference of a block's mean up to which the block is the same, as a share of 256
 * @param blockContrast the same in pictures that do not go on changing, as a share of their standard deviation; the larger
 *     counts. Too low: what a coder does to a still picture is movement; too high: somebody who moves little is none
 * @param unchangedShare share of blocks that may change in a picture that stands, because a coder begins a group of pictures
 *     anew. Too low: that breaks a freeze; too high: somebody who speaks far away does not
 * @param nearlyStillShare share of blocks that may change in a picture that does not move but for a clock or a logo
 */
public record VideoMeterSettings(
        double blackLevel,
        double stillNoise,
        double blockNoise,
        double blockContrast,
        double unchangedShare,
        double nearlyStillShare) {
    public static final VideoMeterSettings DEFAULT = new VideoMeterSettings(0.10, 0.001, 0.016, 0.2, 0.005, 0.03);

    public VideoMeterSettings {
        require("blackLevel", blackLevel);
        require("stillNoise", stillNoise);
        require("blockNoise", blockNoise);
        require("blockContrast", blockContrast);
        require("unchangedShare", unchangedShare);
        require("nearlyStillShare", nearlyStillShare);
    }

    private static void require(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, got " + share);
        }
    }
}
