package io.bandwatch.ingest;

/** Where the measurements lie in a recording. */
public sealed interface RecordingLayout permits IqLayout, SweepLayout, TsLayout, MediaLayout {}
