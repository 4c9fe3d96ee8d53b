package io.bandwatch.signal.ts;

/**
 * Packets of a transport stream since its start.
 *
 * @param packets all packets, null packets and damaged ones too
 * @param lostBytes bytes that belong to no packet: before the first, and where sync was lost
 * @param syncLosses times sync was lost (TR 101 290, 1.1: after two wrong sync bytes; regained after five)
 * @param syncByteErrors wrong sync bytes where sync was held
 * @param transportErrors packets with transport_error_indicator; they count nowhere else but in {@code packets}
 * @param continuityErrors breaks of continuity_counter, over all PIDs; a packet that comes more than twice breaks nothing and
 *     counts in the indicator alone
 * @param duplicatePackets packets that repeat the one before, as ISO/IEC 13818-1, 2.4.3.3 allows once
 * @param crcErrors sections with a wrong CRC
 * @param nullPackets packets of PID 0x1FFF
 * @param scrambledPackets packets whose payload is scrambled
 * @param encryptedSplices sections of splice information that are encrypted: something is spliced, and what is not told
 */
public record TsCounts(
        long packets,
        long lostBytes,
        long syncLosses,
        long syncByteErrors,
        long transportErrors,
        long continuityErrors,
        long duplicatePackets,
        long crcErrors,
        long nullPackets,
        long scrambledPackets,
        long encryptedSplices) {}
