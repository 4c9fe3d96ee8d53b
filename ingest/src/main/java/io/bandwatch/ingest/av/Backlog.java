package io.bandwatch.ingest.av;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a decoder process: what was given to it and what it has not taken yet. The latter is given to the next
 * process if this one ends; what the process had taken is lost with it.
 */
final class Backlog {
    /** Little enough that a crash loses little, enough that the process never waits for the job. */
    static final long MOST_BYTES = 1 << 18;

    private final Deque<byte[]> unsent = new ArrayDeque<>();
    private final Deque<byte[]> untaken = new ArrayDeque<>();
    private long givenBytes;
    private long takenBytes;
    private long untakenFrom;
    private boolean ended;

    /** Waits for room, at most so long. Returns whether the bytes were taken over. */
    synchronized boolean give(byte[] bytes, long patienceMs) throws InterruptedException {
        long untilNs = System.nanoTime() + patienceMs * 1_000_000;
        while (givenBytes - takenBytes >= MOST_BYTES) {
            long leftMs = (untilNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        add(bytes);
        return true;
    }

    /** Takes bytes whether there is room or not, such as what a former process left. */
    synchronized void add(byte[] bytes) {
        unsent.add(bytes);
        givenBytes += bytes.length;
        notifyAll();
    }

    /** Nothing follows. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** What to send next; none at the end. Waits for it. */
    synchronized byte @Nullable [] next() throws InterruptedException {
        while (unsent.isEmpty() && !ended) {
            wait();
        }
        byte[] bytes = unsent.poll();
        if (bytes != null) {
            untaken.add(bytes);
        }
        return bytes;
    }

    /** The process is done with as many bytes, since its beginning. */
    synchronized void taken(long bytes) {
        takenBytes = bytes;
        while (!untaken.isEmpty() && untakenFrom + untaken.peek().length <= bytes) {
            untakenFrom += untaken.remove().length;
        }
        notifyAll();
    }

    /** Whether the process has something to do. */
    synchronized boolean waiting() {
        return givenBytes > takenBytes || ended;
    }

    /** Bytes that the process has taken. */
    synchronized long takenBytes() {
        return takenBytes;
    }

    /** What the process had not taken, to be given to the next one. */
    synchronized List<byte[]> left() {
        List<byte[]> left = new ArrayList<>(untaken);
        left.addAll(unsent);
        return left;
    }
}
