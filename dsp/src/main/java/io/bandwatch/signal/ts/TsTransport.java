package io.bandwatch.signal.ts;

/**
 * What the transport did to a live stream, since the feed was opened. None of it is the broadcaster's.
 *
 * @param beginnings times the measurement of the stream began anew: at the first bytes, after a silence, after a connection that
 *     was lost, after a loss of our own. All other counts of the stream are since the last one
 * @param openings times the transport was opened: more than one where a program or a connection ended and was started again
 * @param datagrams datagrams received
 * @param malformed datagrams that hold no RTP where RTP was promised; left out
 * @param lost RTP packets that never came
 * @param reordered RTP packets that came after a later one, and were put in their place
 * @param late RTP packets that came when they had been given up; they are among the lost
 * @param duplicates RTP packets that came twice; left out
 * @param restarts times the RTP sender began another sequence
 * @param droppedBlocks blocks that this machine had no time for
 * @param droppedBytes bytes in them
 * @param socketDrops datagrams that the system dropped because they were not fetched in time
 */
public record TsTransport(
        long beginnings,
        long openings,
        long datagrams,
        long malformed,
        long lost,
        long reordered,
        long late,
        long duplicates,
        long restarts,
        long droppedBlocks,
        long droppedBytes,
        long socketDrops) {}
