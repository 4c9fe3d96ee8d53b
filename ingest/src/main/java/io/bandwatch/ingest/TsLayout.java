package io.bandwatch.ingest;

/** Packets of a transport stream from the first byte on: where each begins is found while reading. */
public record TsLayout() implements RecordingLayout {}
