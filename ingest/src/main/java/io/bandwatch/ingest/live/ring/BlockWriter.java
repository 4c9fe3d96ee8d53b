package io.bandwatch.ingest.live.ring;

import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what a receiver gets into blocks and hands them over. Where the ring is full, whole blocks are dropped until half of it
 * is free: a few long gaps say more than many short ones. Not thread-safe; belongs to the receiver.
 */
public final class BlockWriter {
    /** A block that is not full is handed over when it is so old. */
    private static final long PATIENCE_NS = 20_000_000;

    private final BlockRing ring;
    private final TransportCounts counts;
    private final boolean waits;
    private final List<Block> open = new ArrayList<>();
    private int stampedPieces;
    private long oldestNs;
    private boolean anew = true;
    private boolean dropping;
    private long position;
    private long centerHz;

    /** @param waits whether to wait for room rather than to drop */
    public BlockWriter(BlockRing ring, TransportCounts counts, boolean waits) {
        this.ring = ring;
        this.counts = counts;
        this.waits = waits;
        open.add(ring.empty());
    }

    /**
     * One for the samples of a receiver.
     *
     * @param centerHz frequency that it is tuned to, Hz
     */
    public static BlockWriter at(long centerHz, BlockRing ring, TransportCounts counts, boolean waits) {
        BlockWriter writer = new BlockWriter(ring, counts, waits);
        writer.centerHz = centerHz;
        return writer;
    }

    /** What follows does not go on where the bytes before ended. To be called behind {@link #stamp}. */
    public void beginAnew() throws InterruptedException {
        flush();
        anew = true;
    }

    /** The transport was opened: positions begin with 0. To be called behind {@link #stamp}. */
    public void opened() throws InterruptedException {
        beginAnew();
        position = 0;
    }

    /** What follows comes from another frequency, Hz. To be called behind {@link #stamp}. */
    public void tuned(long newCenterHz) throws InterruptedException {
        beginAnew();
        centerHz = newCenterHz;
    }

    /** Leaves out bytes that came. To be called behind {@link #tuned}, before what is added. */
    public void skip(int length) {
        position += length;
        counts.add(Count.RECEIVED_BYTES, length);
        counts.add(Count.SETTLING_BYTES, length);
    }

    public void add(byte[] bytes, int offset, int length) {
        counts.add(Count.RECEIVED_BYTES, length);
        for (int at = offset, left = length; left > 0; ) {
            int piece = Math.min(left, Block.BYTES);
            Block last = open.get(open.size() - 1);
            if (!last.fits(piece)) {
                last = ring.empty();
                open.add(last);
            }
            if (last.size() == 0) {
                last.begin(position, centerHz);
            }
            last.add(bytes, at, piece);
            position += piece;
            at += piece;
            left -= piece;
        }
    }

    /**
     * Tells when what was added since the last call came. What was fetched at one go is taken to have come evenly since the last
     * one: the system does not say when a datagram came, and a pause of this process must not look like a pause of the
     * sender's.
     */
    public void stamp(long fromNs, long toNs) throws InterruptedException {
        int all = unstamped();
        int number = 0;
        for (int place = 0; place < open.size(); place++) {
            Block block = open.get(place);
            for (int piece = place == 0 ? stampedPieces : 0; piece < block.pieces(); piece++) {
                number++;
                block.stamp(piece, fromNs + Math.round((double) (toNs - fromNs) * number / all));
            }
        }
        if (stampedPieces == 0) {
            oldestNs = toNs;
        }
        while (open.size() > 1) {
            handOver(open.remove(0));
            oldestNs = toNs;
        }
        stampedPieces = open.get(0).pieces();
        if (stampedPieces > 0 && toNs - oldestNs >= PATIENCE_NS) {
            flush();
        }
    }

    /** Takes back what was added since the last stamp, as lost, and begins anew. */
    public void discard() throws InterruptedException {
        while (open.size() > 1) {
            counts.dropped(open.remove(open.size() - 1).size());
        }
        Block last = open.get(0);
        int before = last.size();
        last.cut(stampedPieces);
        if (last.size() < before) {
            counts.dropped(before - last.size());
        }
        beginAnew();
    }

    /** Hands over what there is. */
    public void flush() throws InterruptedException {
        if (open.get(0).pieces() > 0) {
            handOver(open.remove(0));
            open.add(ring.empty());
        }
        stampedPieces = 0;
    }

    private int unstamped() {
        int all = -stampedPieces;
        for (Block block : open) {
            all += block.pieces();
        }
        return all;
    }

    private void handOver(Block block) throws InterruptedException {
        if (anew) {
            block.beginAnew();
        }
        if (waits) {
            anew = false;
            ring.put(block);
            return;
        }
        dropping = dropping && !ring.hasRecovered();
        if (!dropping && ring.offer(block)) {
            anew = false;
            return;
        }
        dropping = true;
        anew = true;
        counts.dropped(block.size());
    }
}
