package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a transport stream fared in one look.
 *
 * @param feed id of the feed
 * @param time begin of the look
 * @param durationNs its length, ns
 * @param heard whether a packet came
 * @param bitrateBps its bit rate in the look, 188 bytes a packet; NaN where it is not known
 * @param counts packets since the start of the stream
 * @param measuredPackets packets since the feed was opened, over all beginnings of the stream
 * @param indicators those that can be measured, counted since the start of the stream
 * @param services services that the stream had in the look
 * @param transport what the transport did to a live stream; null for a recording
 */
public record StreamReport(
        String feed,
        Instant time,
        long durationNs,
        boolean heard,
        double bitrateBps,
        TsCounts counts,
        long measuredPackets,
        TsIndicatorCount[] indicators,
        Service[] services,
        @Nullable TsTransport transport) {
    /**
     * One service.
     *
     * @param serviceId program_number
     * @param name from the SDT or VCT
     * @param scrambled whether packets of a component are scrambled
     * @param bitrateBps of all its PIDs in the look; NaN where it is not known
     */
    public record Service(int serviceId, @Nullable String name, boolean scrambled, double bitrateBps) {}
}
