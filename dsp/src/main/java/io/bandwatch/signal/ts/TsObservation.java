package io.bandwatch.signal.ts;

/**
 * One transport stream at one moment: everything counted since its start, what its tables say now, and the splice commands
 * since the observation before.
 *
 * @param timeNs stream time, ns since the first packet; 0 without a clock
 * @param clock where that time comes from
 * @param synchronised whether sync is held
 * @param packetBytes 188, 192 or 204; 0 before the first sync
 * @param bitrateBps mean since the start, 188 bytes a packet; NaN without a clock
 * @param recentBitrateBps the same since the observation before
 * @param counts packets and errors
 * @param pids PIDs seen, rising
 * @param indicators those that can be measured on this stream, in the order of TR 101 290
 * @param pcrs clock references, by rising PID
 * @param network what the stream says of itself
 * @param services in the order of the PAT
 * @param tables in force, by PID, table_id and extension
 * @param splices commands since the observation before, in order
 */
public record TsObservation(
        long timeNs,
        TsClock clock,
        boolean synchronised,
        int packetBytes,
        double bitrateBps,
        double recentBitrateBps,
        TsCounts counts,
        TsPid[] pids,
        TsIndicatorCount[] indicators,
        TsPcr[] pcrs,
        TsNetwork network,
        TsService[] services,
        TsTable[] tables,
        TsSplice[] splices) {}
