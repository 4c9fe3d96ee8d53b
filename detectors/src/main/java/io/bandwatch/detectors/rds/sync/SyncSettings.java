package io.bandwatch.detectors.rds.sync;

import java.io.Serializable;

/**
 * The knobs of {@link BlockSynchroniser}.
 *
 * @param erasureBits longest hole between two frames that is filled with erasures. Too long: blocks are corrected that
 *     were never sent; too short: a symbol lost at a frame's edge costs a block
 * @param flywheelBits longest hole through which the place in the group is counted on. Too long: the bit clock has
 *     drifted by a bit; too short: every fade costs an acquisition
 * @param acquisitionBlocks span in which three exact blocks at the right distances make the synchronisation, in blocks.
 *     Too long: noise makes it; too short: a weak station never does
 * @param holdBlocks span in which at least two exact blocks must come to keep it, in blocks, at most 64
 * @param trustBlocks exact blocks among the last 24 from which correction is allowed. Too low: after a false
 *     synchronisation noise is corrected into groups; too high: a weak station gains nothing
 */
public record SyncSettings(int erasureBits, int flywheelBits, int acquisitionBlocks, int holdBlocks, int trustBlocks)
        implements Serializable {
    /**
     * Two bits of erasures, which the code corrects; one second of flywheel, in which a clock wrong by 100 ppm slips an eighth of a bit;
     * six blocks give random bits a synchronisation in about 14 million bits (3.3 hours); twelve groups to lose it.
     */
    public static final SyncSettings DEFAULT = new SyncSettings(2, 1188, 6, 48, 6);
}
