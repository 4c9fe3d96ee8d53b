package io.bandwatch.dsp.ts.check;

/**
 * A program clock reference as it came.
 *
 * @param pid where
 * @param ticks of 27 MHz
 * @param announced a discontinuity was announced since the one before
 * @param position place in the stream, packets
 * @param nowNs stream time
 * @param arrivals the stream time is that of arrival
 */
public record PcrReference(int pid, long ticks, boolean announced, long position, long nowNs, boolean arrivals) {}
