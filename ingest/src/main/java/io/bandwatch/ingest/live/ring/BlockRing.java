package io.bandwatch.ingest.live.ring;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Blocks on their way from the receiver to whoever measures, and back. Memory is taken as it is needed, up to the capacity.
 * One thread fills it, one empties it.
 */
public final class BlockRing {
    private final BlockingQueue<Block> filled;
    private final Queue<Block> empty = new ConcurrentLinkedQueue<>();
    private final int capacity;
    private volatile boolean finished;

    /** @param capacity blocks that can wait */
    public BlockRing(int capacity) {
        this.capacity = capacity;
        this.filled = new ArrayBlockingQueue<>(capacity);
    }

    /** A block to be filled. */
    Block empty() {
        Block used = empty.poll();
        Block block = used == null ? new Block() : used;
        block.clear();
        return block;
    }

    /** Hands a block over if there is room. */
    boolean offer(Block block) {
        return filled.offer(block);
    }

    /** Hands a block over, waiting for room. */
    void put(Block block) throws InterruptedException {
        filled.put(block);
    }

    /** Whether at least half of the room is free. */
    boolean hasRecovered() {
        return filled.size() <= capacity / 2;
    }

    /** Nothing follows. */
    public void finish() {
        finished = true;
    }

    /** The next block, or null if none comes in time. To be {@link #release released}. */
    public @Nullable Block take(long timeoutNs) throws InterruptedException {
        return filled.poll(timeoutNs, TimeUnit.NANOSECONDS);
    }

    /** Gives a block back. */
    public void release(Block block) {
        empty.add(block);
    }

    /** Whether all was taken and nothing follows. */
    public boolean isFinished() {
        return finished && filled.isEmpty();
    }
}
