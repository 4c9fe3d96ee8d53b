package io.bandwatch.signal.ts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stream says of itself.
 *
 * @param transportStreamId from the PAT, or {@value TsService#UNKNOWN}
 * @param originalNetworkId from the SDT, or {@value TsService#UNKNOWN}
 * @param networkId from the NIT, or {@value TsService#UNKNOWN}
 * @param networkName from the NIT
 * @param caSystemIds conditional access systems of CAT and PMTs, rising
 * @param utc the latest TDT, TOT or STT
 * @param t2mi whether a PID carries T2-MI (ETSI TS 102 773): a multiplex wrapped for its transmitters
 */
public record TsNetwork(
        int transportStreamId,
        int originalNetworkId,
        int networkId,
        @Nullable String networkName,
        int[] caSystemIds,
        @Nullable Instant utc,
        boolean t2mi) {
    /** The same stream, found to carry T2-MI. */
    public TsNetwork withT2mi() {
        return new TsNetwork(transportStreamId, originalNetworkId, networkId, networkName, caSystemIds, utc, true);
    }
}
