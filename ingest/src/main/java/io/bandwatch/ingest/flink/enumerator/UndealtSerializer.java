package io.bandwatch.ingest.flink.enumerator;

import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.flink.split.RecordingSplitSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's state into checkpoints. */
public final class RecordingEnumeratorStateSerializer implements SimpleVersionedSerializer<RecordingEnumeratorState> {
    private static final int INITIAL_BYTES = 1024;

    private final RecordingSplitSerializer splits = new RecordingSplitSerializer();

    @Override
    public int getVersion() {
        return splits.getVersion();
    }

    @Override
    public byte[] serialize(RecordingEnumeratorState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        out.writeInt(state.unassigned().size());
        for (RecordingSplit split : state.unassigned()) {
            byte[] written = splits.serialize(split);
            out.writeInt(written.length);
            out.write(written);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public RecordingEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
        if (version != getVersion()) {
            throw new IOException(
                    "reading states of version " + version + " cannot be read by this release, which knows "
                            + getVersion() + "; start without these checkpoints");
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        List<RecordingSplit> unassigned = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] written = new byte[in.readInt()];
            in.readFully(written);
            unassigned.add(splits.deserialize(version, written));
        }
        return new RecordingEnumeratorState(unassigned);
    }
}
