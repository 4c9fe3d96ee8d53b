package io.bandwatch.ingest;

import java.time.Instant;

/**
 * How far a recording has been read; always the boundary between two frames.
 *
 * @param next index of the next sample; in sweeps, of the first byte of the next row; in transport streams, of the next
 *     frame
 * @param reached end of the last frame; no later frame starts before it
 * @param ended whether the end of the recording has been told
 */
public record RecordingPosition(long next, Instant reached, boolean ended) {
    /** Nothing read yet. */
    public static RecordingPosition startOf(Recording recording) {
        return new RecordingPosition(0, recording.start(), false);
    }
}
