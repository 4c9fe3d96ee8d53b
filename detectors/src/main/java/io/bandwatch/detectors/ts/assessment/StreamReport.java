package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a transport stream fared in an interval.
 *
 * @param feed id of the feed
 * @param time begin of the interval
 * @param durationNs its length, ns
 * @param unheardNs time of it in which no packet came, to a look, ns
 * @param bitrateBps its bit rate in the last look, 188 bytes a packet; NaN where it is not known
 * @param counts packets since the start of the stream
 * @param measuredPackets packets since the feed was opened, over all beginnings of the stream
 * @param indicators those that can be measured, counted since the start of the stream
 * @param services services that the stream had at its end
 * @param transport what the transport did to a live stream; null for a recording
 */
public record StreamReport(
        String feed,
        Instant time,
        long durationNs,
        long unheardNs,
        double bitrateBps,
        TsCounts counts,
        long measuredPackets,
        TsIndicatorCount[] indicators,
        Service[] services,
        @Nullable TsTransport transport) {
    /**
     * One service.
     *
     * @param record what it is, and whether the register explains it
     * @param bitrateBps of all its PIDs in the interval
     */
    public record Service(ServiceRecord record, double bitrateBps) {}
}
