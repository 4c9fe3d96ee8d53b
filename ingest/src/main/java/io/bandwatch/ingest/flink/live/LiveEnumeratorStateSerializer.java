package io.bandwatch.ingest.flink.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's state into checkpoints. */
final class LiveEnumeratorStateSerializer implements SimpleVersionedSerializer<LiveEnumeratorState> {
    private static final int INITIAL_BYTES = 256;

    private final LiveSplitSerializer splits = new LiveSplitSerializer();

    @Override
    public int getVersion() {
        return splits.getVersion();
    }

    @Override
    public byte[] serialize(LiveEnumeratorState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        out.writeInt(state.unassigned().size());
        for (LiveSplit split : state.unassigned()) {
            byte[] written = splits.serialize(split);
            out.writeInt(written.length);
            out.write(written);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public LiveEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        List<LiveSplit> unassigned = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] written = new byte[in.readInt()];
            in.readFully(written);
            unassigned.add(splits.deserialize(version, written));
        }
        return new LiveEnumeratorState(unassigned);
    }
}
