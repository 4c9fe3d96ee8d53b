package io.bandwatch.detectors.evidence;

import java.time.Instant;

/**
 * An opening of propagation: distant transmitters come up in many channels at once (sporadic E, ducts).
 *
 * @param since when the first of its carriers came on
 * @param until when the last of them was on air
 * @param carriers how many came on with it so far
 * @param over whether it is over, which is told once
 */
public record Opening(Instant since, Instant until, int carriers, boolean over) {}
