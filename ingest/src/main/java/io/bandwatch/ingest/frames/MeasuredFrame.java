package io.bandwatch.ingest.frames;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.RecordingPosition;

/**
 * One frame, and where reading goes on once it has been passed on.
 *
 * @param frame the frame
 * @param next position after it
 */
public record MeasuredFrame(FeedFrame frame, RecordingPosition next) {}
