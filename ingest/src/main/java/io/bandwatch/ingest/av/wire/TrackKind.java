package io.bandwatch.ingest.av.wire;

/** What a track carries. */
public enum TrackKind {
    PICTURE,
    SOUND
}
