package io.bandwatch.detectors.rds.sync;

import java.io.Serializable;
import java.util.List;

/**
 * Joins the bits of frames by their times and finds the groups in them. A bit that both of two frames hold is taken
 * once, one that neither holds becomes an erasure; through a longer hole the place in the group is counted on, and
 * after a still longer one it is searched anew.
 *
 * <p>Three exact blocks at distances and in the order of groups within {@link SyncSettings#acquisitionBlocks()} make the
 * synchronisation, also at another place than the present one as soon as that has brought no exact block since the
 * first of the three: a slipped bit costs about three blocks.
 */
public final class BlockSynchroniser implements Serializable {
    private static final long serialVersionUID = 1;

    private final SyncSettings settings;

    public BlockSynchroniser(SyncSettings settings) {
        this.settings = settings;
    }

    /**
     * The outcome of one frame.
     *
     * @param next to keep
     * @param groups that ended in the frame, those without any readable block included
     */
    public record Outcome(SyncState next, List<Group> groups) {}

    /** Takes in the bits of one frame. */
    public Outcome receive(SyncState state, BitFrame frame) {
        if (frame.softBits().length == 0) {
            return new Outcome(state, List.of());
        }
        BitJoint joint = BitJoint.of(state, frame, settings);
        SyncRun run = new SyncRun(joint.restart() ? forgotten(state) : state, settings);
        if (joint.jumpBits() > 0) {
            run.jump(joint.jumpBits());
        }
        byte[] bits = frame.softBits();
        long firstNs = frame.firstBitNs();
        for (int i = 0; i < joint.erasures(); i++) {
            run.accept(0, firstNs - Math.round((joint.erasures() - i) * frame.bitPeriodNs()));
        }
        for (int i = joint.skipped(); i < bits.length; i++) {
            run.accept(bits[i], firstNs + Math.round(i * frame.bitPeriodNs()));
        }
        long nextNs = Math.max(
                joint.restart() ? Long.MIN_VALUE : state.nextBitNs(),
                firstNs + Math.round(bits.length * frame.bitPeriodNs()));
        return new Outcome(run.state(nextNs), run.groups());
    }

    // the count of bits and slots goes on, so that later slots never look like earlier ones
    private static SyncState forgotten(SyncState state) {
        SyncState.Lock none = SyncState.Lock.NONE;
        SyncState.Lock lock =
                new SyncState.Lock(false, 0, 0, state.lock().slot() + 1, none.words(), none.qualities(), 0, 0, 0);
        return new SyncState(0, state.bit(), SyncState.LastBits.NONE, SyncState.Pulses.NONE, lock, state.tally());
    }
}
