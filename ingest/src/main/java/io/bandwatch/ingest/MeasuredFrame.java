package io.bandwatch.ingest;

import io.bandwatch.signal.RfFrame;

/**
 * One frame, and where reading goes on once it has been passed on.
 *
 * @param frame the frame
 * @param next position after it
 */
public record MeasuredFrame(RfFrame frame, RecordingPosition next) {}
