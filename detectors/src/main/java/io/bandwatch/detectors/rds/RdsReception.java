package io.bandwatch.detectors.rds;

import org.jspecify.annotations.Nullable;

/**
 * How well the RDS of a carrier comes in. Blocks are counted while synchronised; an erroneous one did not come exact,
 * whether it could be corrected or not.
 *
 * @param synchronised whether the place in the group is known
 * @param blockErrorRate erroneous among the latest 64 blocks at most (1.4 s), 0..1; null before the first
 * @param blocks all blocks so far
 * @param erroneousBlocks erroneous ones so far
 * @param groups groups that were readable and of the station believed
 */
public record RdsReception(
        boolean synchronised, @Nullable Double blockErrorRate, long blocks, long erroneousBlocks, long groups) {}
