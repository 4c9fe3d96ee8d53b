package io.bandwatch.ingest;

import java.time.ZoneId;

/**
 * Rows of power per bin.
 *
 * @param stepHz width of a bin, Hz; rows with another one are malformed
 * @param periodNs time from one sweep to the next, ns; how long a sweep stands for
 * @param zone zone of the times in the rows
 */
public record SweepLayout(double stepHz, long periodNs, ZoneId zone) implements RecordingLayout {}
