package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.station.Lifetimes;
import io.bandwatch.detectors.rds.sync.SyncSettings;
import java.io.Serializable;

/**
 * The knobs of {@link RdsReceiver}.
 *
 * @param sync of the block synchronisation
 * @param lifetimes of what was said
 */
public record RdsSettings(SyncSettings sync, Lifetimes lifetimes) implements Serializable {
    public static final RdsSettings DEFAULT = new RdsSettings(SyncSettings.DEFAULT, Lifetimes.DEFAULT);
}
