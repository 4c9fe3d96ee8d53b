package io.bandwatch.signal.ts;

/**
 * One PID since the start of the stream.
 *
 * @param pid 0..8191
 * @param role what it carries
 * @param packets its packets, those with transport_error_indicator left out
 * @param continuityErrors breaks of its continuity_counter
 * @param scrambledPackets packets whose payload is scrambled
 * @param bitrateBps mean since the start, 188 bytes a packet; NaN without a clock
 */
public record TsPid(
        int pid, PidRole role, long packets, long continuityErrors, long scrambledPackets, double bitrateBps) {}
