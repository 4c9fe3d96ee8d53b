package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.application.Applications;
import io.bandwatch.detectors.rds.frequency.FrequencyLists;
import io.bandwatch.detectors.rds.text.NameAssembly;
import io.bandwatch.detectors.rds.text.TextAssembly;

/**
 * All that is remembered of what a station said.
 *
 * @param pi programme identification
 * @param flags PTY, TP, TA, MS, DI
 * @param name PS
 * @param radioText RT
 * @param otherTexts PTYN and long PS
 * @param frequencies AF
 * @param labels group 1 and the clock
 * @param applications ODA and what came by it
 * @param networks EON
 * @param seenNs when each fact was last said, ns since 1970, in the order of the facts that expire together
 * @param groups groups taken in, over all stations heard
 * @param lastSlot slot of the latest group
 */
public record StationState(
        PiVote pi,
        ProgrammeFlags flags,
        NameAssembly name,
        TextAssembly radioText,
        StationTexts otherTexts,
        FrequencyLists frequencies,
        StationLabels labels,
        Applications applications,
        OtherNetworks networks,
        long[] seenNs,
        long groups,
        long lastSlot) {
    /** Nobody was heard. */
    public static final StationState NONE = new StationState(
            PiVote.NONE,
            ProgrammeFlags.NONE,
            NameAssembly.NONE,
            TextAssembly.NONE,
            StationTexts.NONE,
            FrequencyLists.NONE,
            StationLabels.NONE,
            Applications.NONE,
            OtherNetworks.NONE,
            new long[Fact.COUNT],
            0,
            -1);
}
