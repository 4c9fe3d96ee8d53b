package io.bandwatch.alerts.influx;

import java.io.IOException;

/** Lines between the job and the store. Thread-safe. */
interface PointBuffer extends AutoCloseable {
    /**
     * Takes in a line; waits where there is no room.
     *
     * @throws IOException if lines can no longer be taken in
     */
    void offer(String line) throws IOException, InterruptedException;

    /**
     * Returns when no line that was taken in can be lost.
     *
     * @throws IOException if that cannot be had
     */
    void secure() throws IOException, InterruptedException;

    /** Stops without waiting for lines that are not secure yet. */
    @Override
    void close() throws IOException;
}
