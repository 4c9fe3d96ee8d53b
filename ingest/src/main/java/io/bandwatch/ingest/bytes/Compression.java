package io.bandwatch.ingest.bytes;

/** How the bytes of a recording are packed. */
public enum Compression {
    /** As they are. */
    NONE,
    /** RFC 1952. */
    GZIP,
    /** The .xz file format 1.2. */
    XZ,
    /** RFC 8878. */
    ZSTD
}
