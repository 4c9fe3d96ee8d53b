package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.station.StationRun;
import io.bandwatch.detectors.rds.station.StationState;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.rds.sync.BlockSynchroniser;
import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.sync.SyncState;
import java.io.Serializable;

/**
 * The RDS of one carrier as a value: {@code (state, frame) -> next state}. Every frame is to be shown, those without
 * bits included, so that what is not said any more can expire; frames of one carrier come in the order of their times.
 * Holds settings only.
 */
public final class RdsReceiver implements Serializable {
    private static final long serialVersionUID = 1;

    private final BlockSynchroniser synchroniser;
    private final RdsSettings settings;

    public RdsReceiver(RdsSettings settings) {
        this.settings = settings;
        synchroniser = new BlockSynchroniser(settings.sync());
    }

    /** Before the first frame. */
    public RdsState initial() {
        return RdsState.NONE;
    }

    /** Takes in the bits of one frame. */
    public RdsState receive(RdsState state, BitFrame frame) {
        BlockSynchroniser.Outcome outcome = synchroniser.receive(state.sync(), frame);
        StationRun run = new StationRun(state.station());
        run.expire(frame.frameNs(), settings.lifetimes());
        for (Group group : outcome.groups()) {
            run.accept(group);
        }
        return new RdsState(outcome.next(), run.state());
    }

    /** What the station says of itself. */
    public RdsStation station(RdsState state) {
        return RdsStation.of(state.station());
    }

    /** How well it is received. */
    public RdsReception reception(RdsState state) {
        SyncState.Tally tally = state.sync().tally();
        StationState station = state.station();
        return new RdsReception(
                state.sync().isSynchronised(),
                tally.recentBlocks() == 0
                        ? null
                        : Double.valueOf((double) Long.bitCount(tally.recent()) / tally.recentBlocks()),
                tally.blocks(),
                tally.erroneous(),
                station.groups());
    }
}
