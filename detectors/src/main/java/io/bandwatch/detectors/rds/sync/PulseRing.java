package io.bandwatch.detectors.rds.sync;

/** The latest exact blocks at whatever bit position. Not thread-safe. */
final class PulseRing {
    private static final int KEPT = SyncState.Pulses.KEPT;

    private final long[] ends;
    private final byte[] positions;
    private final int[] words;
    private long count;

    PulseRing(SyncState.Pulses state) {
        ends = state.ends().clone();
        positions = state.positions().clone();
        words = state.words().clone();
        count = state.count();
    }

    void add(long end, int position, int word) {
        int at = (int) (count % KEPT);
        ends[at] = end;
        positions[at] = (byte) position;
        words[at] = word;
        count++;
    }

    /**
     * End of the earliest of at least {@code needed} blocks, the latest included, that stand in one order of groups
     * within the span; -1 if there are not as many.
     */
    long firstOfChain(int needed, long spanBits) {
        int latest = (int) ((count - 1) % KEPT);
        int found = 1;
        long first = ends[latest];
        for (long n = count - 2; n >= Math.max(0, count - KEPT); n--) {
            int at = (int) (n % KEPT);
            if (ends[latest] - ends[at] >= spanBits) {
                break;
            }
            if (follows(at, ends[latest], positions[latest])) {
                found++;
                first = ends[at];
            }
        }
        return found >= needed ? first : -1;
    }

    /** Fills in the blocks of the group that has its block {@code position} end at {@code end}. */
    void fill(long end, int position, int[] groupWords, byte[] qualities) {
        long groupStart = end - (long) position * BlockCode.BLOCK_BITS;
        for (long n = Math.max(0, count - KEPT); n < count; n++) {
            int at = (int) (n % KEPT);
            if (ends[at] >= groupStart && follows(at, end, position)) {
                groupWords[positions[at]] = words[at];
                qualities[positions[at]] = Group.EXACT;
            }
        }
    }

    private boolean follows(int at, long end, int position) {
        long distance = end - ends[at];
        return distance % BlockCode.BLOCK_BITS == 0
                && (positions[at] + distance / BlockCode.BLOCK_BITS - position) % 4 == 0;
    }

    SyncState.Pulses state() {
        return new SyncState.Pulses(ends, positions, words, count);
    }
}
