package io.bandwatch.signal.ts;

import org.jspecify.annotations.Nullable;

/**
 * One service as the tables show it now.
 *
 * @param transportStreamId of the PAT it stands in, or {@value #UNKNOWN}
 * @param originalNetworkId of the SDT, or {@value #UNKNOWN}
 * @param serviceId program_number
 * @param name from the SDT or VCT
 * @param provider from the SDT
 * @param serviceType service_type of EN 300 468, table 87, or {@value #UNKNOWN}
 * @param channelNumber logical channel number, or {@value #UNKNOWN}
 * @param freeCaMode free_CA_mode of the SDT: it says that a component is scrambled
 * @param scrambled packets of a component are scrambled now
 * @param pmtPid where its PMT comes, or {@value #UNKNOWN}
 * @param pcrPid where its PCR comes, or {@value #UNKNOWN}
 * @param caSystemIds conditional access systems of its PMT, rising
 * @param components in the order of the PMT; empty before it was seen
 * @param bitrateBps of all its PIDs since the start; NaN without a clock
 */
public record TsService(
        int transportStreamId,
        int originalNetworkId,
        int serviceId,
        @Nullable String name,
        @Nullable String provider,
        int serviceType,
        int channelNumber,
        boolean freeCaMode,
        boolean scrambled,
        int pmtPid,
        int pcrPid,
        int[] caSystemIds,
        TsComponent[] components,
        double bitrateBps) {
    /** Stands for an identifier that the stream has not told. */
    public static final int UNKNOWN = -1;

    /** The same service as its packets show it. */
    public TsService measured(TsComponent[] measuredComponents, boolean packetsScrambled, double measuredBps) {
        return new TsService(
                transportStreamId,
                originalNetworkId,
                serviceId,
                name,
                provider,
                serviceType,
                channelNumber,
                freeCaMode,
                packetsScrambled,
                pmtPid,
                pcrPid,
                caSystemIds,
                measuredComponents,
                measuredBps);
    }
}
