package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.station.StationState;
import io.bandwatch.detectors.rds.sync.SyncState;

/**
 * What {@link RdsReceiver} remembers of one carrier.
 *
 * @param sync bits and blocks
 * @param station what was said
 */
public record RdsState(SyncState sync, StationState station) {
    static final RdsState NONE = new RdsState(SyncState.NONE, StationState.NONE);
}
