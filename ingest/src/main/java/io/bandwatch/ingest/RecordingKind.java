package io.bandwatch.ingest;

/** What a recording holds. */
public enum RecordingKind {
    /** Complex samples. */
    IQ,
    /** Power per bin, sweep after sweep. */
    SWEEP,
    /** Packets of a transport stream. */
    TS,
    /** Pictures and sound, in a media file or as a service of a transport stream. */
    MEDIA
}
