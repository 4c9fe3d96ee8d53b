package io.bandwatch.dsp.fm;

/**
 * What there is to hear of a frame. Frames of one length, received one after the other, join without a gap where their
 * length is a whole number of samples.
 *
 * @param left left channel, de-emphasised; full scale is 75 kHz of deviation
 * @param right right channel, the same as the left where there is no pilot
 * @param rateHz samples/s
 */
public record ReceivedSound(float[] left, float[] right, double rateHz) {}
