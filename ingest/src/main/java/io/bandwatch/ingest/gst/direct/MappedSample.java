package io.bandwatch.ingest.gst.direct;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of a sample while they are mapped. The only place that maps what GStreamer hands out, and gives it back. */
public final class MappedSample implements AutoCloseable {
    /** {@code sizeof (GstMapInfo)}. */
    private static final int MAP_INFO_BYTES = 104;

    private static final int INFO_DATA = 16;
    private static final int INFO_SIZE = 24;
    private static final int READ = 1;

    private final Pointer sample;
    private final Pointer buffer;
    private final Pointer info;

    /**
     * Maps a sample, and owns it.
     *
     * @param room of {@link #room}, for one sample at a time
     */
    public MappedSample(Pointer sample, Memory room) {
        this.sample = sample;
        this.buffer = GstCalls.sampleGetBuffer(sample);
        this.info = room;
        if (GstCalls.bufferMap(buffer, info, READ) == 0) {
            GstCalls.miniObjectUnref(sample);
            throw new IllegalStateException("GStreamer does not let its buffer be read");
        }
    }

    /** Room for what GStreamer says of a mapped buffer. */
    public static Memory room() {
        return new Memory(MAP_INFO_BYTES);
    }

    /** Valid until this is closed. */
    public ByteBuffer bytes() {
        return info.getPointer(INFO_DATA).getByteBuffer(0, info.getLong(INFO_SIZE));
    }

    /** Where the planes of a picture are; none where they lie as goes without saying. Valid until this is closed. */
    @Nullable
    public Pointer videoMeta() {
        return VideoMeta.of(buffer);
    }

    /** Presentation time of GStreamer; below 0 where it gives none. */
    public long ptsNs() {
        return buffer.getLong(GstCalls.BUFFER_PTS);
    }

    /** Still GStreamer's. */
    public Pointer caps() {
        return GstCalls.sampleGetCaps(sample);
    }

    @Override
    public void close() {
        GstCalls.bufferUnmap(buffer, info);
        GstCalls.miniObjectUnref(sample);
    }
}
