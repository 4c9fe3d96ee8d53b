package io.bandwatch.dsp.audio;

/**
 * A run of sound in samples.
 *
 * @param sum half of left plus right
 * @param difference half of left less right; not looked at where it is mono
 * @param stereo whether there is a difference
 */
public record StereoSound(float[] sum, float[] difference, boolean stereo) {}
