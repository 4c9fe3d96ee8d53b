package io.bandwatch.detectors.rds.sync;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place in the group while bits go by. Lives for one frame; not thread-safe. */
final class LockRun {
    private static final int BLOCK = BlockCode.BLOCK_BITS;
    private static final long LAST_24 = (1L << 24) - 1;
    private static final int VERSION_B = 0x0800;

    private final List<Group> groups = new ArrayList<>();
    private int[] words;
    private byte[] qualities;
    private boolean held;
    private long blockEnd;
    private int position;
    private long slot;
    private long exact;
    private int blocks;
    private long lastExactEnd;
    private SyncState.Tally tally;

    LockRun(SyncState.Lock state, SyncState.Tally tally) {
        words = state.words().clone();
        qualities = state.qualities().clone();
        held = state.held();
        blockEnd = state.blockEnd();
        position = state.position();
        slot = state.slot();
        exact = state.exact();
        blocks = state.blocks();
        lastExactEnd = state.lastExactEnd();
        this.tally = tally;
    }

    boolean isAt(long bit) {
        return held && bit == blockEnd;
    }

    int position() {
        return position;
    }

    /** Whether the present place has brought an exact block at that bit or after it. */
    boolean brought(long end) {
        return held && lastExactEnd >= end;
    }

    int exactAmongLast24() {
        return Long.bitCount(exact & LAST_24);
    }

    boolean isStale(int holdBlocks, int needed) {
        long span = holdBlocks >= 64 ? -1L : (1L << holdBlocks) - 1;
        return held && blocks >= holdBlocks && Long.bitCount(exact & span) < needed;
    }

    /** The offset word that the block under way must have; null where it may be either C or C'. */
    @Nullable
    OffsetWord expected() {
        return switch (position) {
            case Group.A -> OffsetWord.A;
            case Group.B -> OffsetWord.B;
            case Group.D -> OffsetWord.D;
            default -> {
                if (qualities[Group.B] == Group.LOST) {
                    yield null;
                }
                yield (words[Group.B] & VERSION_B) == 0 ? OffsetWord.C : OffsetWord.C_PRIME;
            }
        };
    }

    void end(int word, byte quality, long timeNs) {
        boolean isExact = quality == Group.EXACT;
        words[position] = word;
        qualities[position] = quality;
        exact = (exact << 1) | (isExact ? 1 : 0);
        lastExactEnd = isExact ? blockEnd : lastExactEnd;
        blocks = Math.min(blocks + 1, Integer.MAX_VALUE - 1);
        count(isExact ? 0 : 1);
        advance(timeNs);
    }

    /** A block of another service in this place: no error, and no proof of the place either. */
    void endForeign(long timeNs) {
        qualities[position] = Group.LOST;
        exact = exact << 1;
        blocks = Math.min(blocks + 1, Integer.MAX_VALUE - 1);
        count(0);
        advance(timeNs);
    }

    private void count(int error) {
        tally = new SyncState.Tally(
                tally.blocks() + 1,
                tally.erroneous() + error,
                (tally.recent() << 1) | error,
                Math.min(tally.recentBlocks() + 1, 64));
    }

    private void advance(long timeNs) {
        if (position == Group.D) {
            groups.add(new Group(slot, timeNs, words, qualities));
            newGroup(slot + 1);
        }
        position = (position + 1) % 4;
        blockEnd += BLOCK;
    }

    private void newGroup(long number) {
        words = new int[4];
        qualities = new byte[4];
        slot = number;
    }

    /** Goes by the blocks that ended in a hole up to this bit. What the group had before the hole is kept. */
    void pass(long bit) {
        while (held && blockEnd <= bit) {
            qualities[position] = Group.LOST;
            if (position == Group.D) {
                newGroup(slot + 1);
            }
            position = (position + 1) % 4;
            blockEnd += BLOCK;
        }
    }

    /** Takes the place that exact blocks have shown, the latest of which ended at this bit. */
    void take(long bit, int found, PulseRing pulses, long timeNs) {
        newGroup(slot + 1);
        pulses.fill(bit, found, words, qualities);
        held = true;
        exact = 0b111;
        blocks = 3;
        lastExactEnd = bit;
        for (int n = 0; n < 3; n++) {
            count(0);
        }
        blockEnd = bit;
        position = found;
        advance(timeNs);
    }

    void lose() {
        held = false;
        newGroup(slot + 1);
    }

    SyncState.Lock state() {
        return new SyncState.Lock(held, blockEnd, position, slot, words, qualities, exact, blocks, lastExactEnd);
    }

    SyncState.Tally tally() {
        return tally;
    }

    List<Group> groups() {
        return groups;
    }
}
