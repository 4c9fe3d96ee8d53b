package io.bandwatch.detectors.evidence;

/**
 * A licensed station whose programme a carrier carries, as the prints of both say.
 *
 * @param station id of the station's row in the register
 * @param delayS how much later than the station it comes, s; negative: earlier
 * @param agreedS for how long both were the same at that delay, s
 * @param share share of what was heard of the carrier lately that was the same, 0..1
 */
public record Relayed(String station, double delayS, double agreedS, double share) {}
