package io.bandwatch.ingest.frames;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Reads one recording frame by frame. Not thread-safe; one instance per feed. */
public interface FrameReader extends Closeable {
    /**
     * The next frame; after the last one, one of kind ended; after that, null. A recording that breaks off or cannot be
     * read further ends there, and the account of the ended frame says so.
     */
    @Nullable
    MeasuredFrame next();

    /** Share of the file's bytes read so far, 0..1. */
    double progress();
}
