package io.bandwatch.alerts.report.file;

import java.io.IOException;

/**
 * How records become lines of a file: some at once, some at the end.
 *
 * @param <T> record
 */
public interface LineFormat<T> {
    /**
     * Takes in a record; returns the bytes to write now, empty if it is held back.
     *
     * @param timestampMs event time at which it came
     */
    byte[] accept(T value, long timestampMs) throws IOException;

    /** The bytes to write once no record of this event time or before can come any more; empty if nothing waits. */
    byte[] upTo(long timestampMs) throws IOException;

    /** The lines held back, called once after the last record. */
    Iterable<byte[]> end() throws IOException;

    /** Whether lines are to be in the file as soon as time goes on, for whoever reads it meanwhile. */
    default boolean isReadMeanwhile() {
        return false;
    }

    /** What is held back, for a checkpoint. */
    byte[] snapshot() throws IOException;
}
