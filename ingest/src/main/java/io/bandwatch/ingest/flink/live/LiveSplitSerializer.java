package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.live.LiveFeedSpec;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes live feeds into checkpoints. */
final class LiveSplitSerializer implements SimpleVersionedSerializer<LiveSplit> {
    static final int VERSION = 1;
    private static final int INITIAL_BYTES = 128;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LiveSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        out.writeUTF(split.spec().feed());
        out.writeUTF(split.spec().address());
        return out.getCopyOfBuffer();
    }

    @Override
    public LiveSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("a live feed of version " + version + " cannot be read by this release, which knows "
                    + VERSION + "; start without these checkpoints");
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        return new LiveSplit(new LiveFeedSpec(in.readUTF(), in.readUTF()));
    }
}
