package io.bandwatch.detectors.rds.sync;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes bits one by one, from a state to a state. Lives for one frame; not thread-safe. */
final class SyncRun {
    private static final int BLOCK = BlockCode.BLOCK_BITS;
    /** Exact blocks that make a synchronisation. */
    private static final int PULSES_NEEDED = 3;
    /** Exact blocks that keep one. */
    private static final int EXACT_NEEDED = 2;

    private final SyncSettings settings;
    private final byte[] reliabilities;
    private final PulseRing pulses;
    private final LockRun lock;
    private long bit;
    private int register;
    private int valid;

    SyncRun(SyncState state, SyncSettings settings) {
        this.settings = settings;
        bit = state.bit();
        register = state.bits().register();
        reliabilities = state.bits().reliabilities().clone();
        valid = state.bits().valid();
        pulses = new PulseRing(state.pulses());
        lock = new LockRun(state.lock(), state.tally());
    }

    void accept(int softBit, long timeNs) {
        bit++;
        register = BlockCode.shiftIn(register, softBit > 0 ? 1 : 0);
        reliabilities[(int) (bit % BLOCK)] = (byte) Math.min(Math.abs(softBit), 127);
        valid = Math.min(valid + 1, BLOCK);
        int remainder = BlockCode.remainder(register);
        OffsetWord offset = valid == BLOCK ? OffsetWord.of(remainder) : null;
        if (lock.isAt(bit)) {
            endBlock(remainder, offset, timeNs);
        }
        if (offset != null && offset != OffsetWord.E) {
            pulses.add(bit, offset.position(), BlockCode.information(register));
            acquire(offset.position(), timeNs);
        }
    }

    /** Counts bits that were not received. */
    void jump(int bits) {
        bit += bits;
        valid = 0;
        lock.pass(bit);
    }

    private void acquire(int position, long timeNs) {
        long first = pulses.firstOfChain(PULSES_NEEDED, (long) settings.acquisitionBlocks() * BLOCK);
        if (first < 0 || lock.brought(first)) {
            return;
        }
        lock.take(bit, position, pulses, timeNs);
    }

    private void endBlock(int remainder, @Nullable OffsetWord offset, long timeNs) {
        int position = lock.position();
        if (offset == OffsetWord.E) {
            lock.endForeign(timeNs);
        } else if (offset != null && offset.position() == position) {
            lock.end(BlockCode.information(register), Group.EXACT, timeNs);
        } else {
            int burst = valid == BLOCK && lock.exactAmongLast24() >= settings.trustBlocks() ? burst(remainder) : 0;
            byte quality = burst == 0 ? Group.LOST : Group.CORRECTED;
            lock.end(BlockCode.information(register ^ burst), quality, timeNs);
        }
        if (lock.isStale(settings.holdBlocks(), EXACT_NEEDED)) {
            lock.lose();
        }
    }

    /** The errors of the block just ended if it is the expected one, 0 if it is not to be had. */
    private int burst(int remainder) {
        OffsetWord expected = lock.expected();
        int burst = expected == null ? 0 : BlockCode.burst(remainder ^ expected.pattern());
        return burst != 0 && isUnreliable(burst) ? burst : 0;
    }

    // bits in error are the doubtful ones: what would turn bits better than the block's mean is another block
    private boolean isUnreliable(int burst) {
        int all = 0;
        int turned = 0;
        for (int ago = 0; ago < BLOCK; ago++) {
            int reliability = reliabilities[(int) ((bit - ago) % BLOCK)];
            all += reliability;
            turned += ((burst >> ago) & 1) * reliability;
        }
        return turned * BLOCK <= all * Integer.bitCount(burst);
    }

    SyncState state(long nextBitNs) {
        return new SyncState(
                nextBitNs,
                bit,
                new SyncState.LastBits(register, reliabilities, valid),
                pulses.state(),
                lock.state(),
                lock.tally());
    }

    List<Group> groups() {
        return new ArrayList<>(lock.groups());
    }
}
