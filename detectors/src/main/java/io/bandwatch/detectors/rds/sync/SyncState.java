package io.bandwatch.detectors.rds.sync;

/**
 * What {@link BlockSynchroniser} remembers from frame to frame.
 *
 * @param nextBitNs when the next bit is due, ns since 1970; meaningless before the first
 * @param bit number of bits so far, holes counted
 * @param bits the last bits
 * @param pulses blocks without error at whatever place
 * @param lock the place in the group, if known
 * @param tally blocks counted
 */
public record SyncState(long nextBitNs, long bit, LastBits bits, Pulses pulses, Lock lock, Tally tally) {
    /** Before the first bit. */
    public static final SyncState NONE =
            new SyncState(0, 0, LastBits.NONE, Pulses.NONE, Lock.NONE, new Tally(0, 0, 0, 0));

    /**
     * The last 26 bits.
     *
     * @param register the bits, latest lowest
     * @param reliabilities as a ring of 26, indexed by the number of the bit modulo 26
     * @param valid how many bits came since the last hole, at most 26
     */
    public record LastBits(int register, byte[] reliabilities, int valid) {
        static final LastBits NONE = new LastBits(0, new byte[BlockCode.BLOCK_BITS], 0);
    }

    /**
     * The latest blocks whose remainder was an offset word, at any bit position, as rings indexed by their count.
     *
     * @param ends number of the block's last bit
     * @param positions its place in the group, 0..3
     * @param words its information
     * @param count how many there were
     */
    public record Pulses(long[] ends, byte[] positions, int[] words, long count) {
        static final int KEPT = 16;
        static final Pulses NONE = new Pulses(new long[KEPT], new byte[KEPT], new int[KEPT], 0);
    }

    /**
     * The place in the group.
     *
     * @param held whether it is known
     * @param blockEnd number of the last bit of the block under way
     * @param position its place in the group
     * @param slot number of the group
     * @param words of the group so far
     * @param qualities of the group so far
     * @param exact the latest 64 blocks, latest lowest, 1 where exact
     * @param blocks blocks since the place was found
     * @param lastExactEnd last bit of the latest exact block
     */
    public record Lock(
            boolean held,
            long blockEnd,
            int position,
            long slot,
            int[] words,
            byte[] qualities,
            long exact,
            int blocks,
            long lastExactEnd) {
        static final Lock NONE = new Lock(false, 0, 0, 0, new int[4], new byte[4], 0, 0, 0);
    }

    /**
     * Blocks counted while synchronised; an erroneous block is one that did not come exact, corrected or not.
     *
     * @param blocks all
     * @param erroneous of them
     * @param recent the latest 64, latest lowest, 1 where erroneous
     * @param recentBlocks how many of them there are yet
     */
    public record Tally(long blocks, long erroneous, long recent, int recentBlocks) {}

    /** Whether the place in the group is known. */
    public boolean isSynchronised() {
        return lock.held;
    }
}
