package io.bandwatch.ingest.flink.enumerator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's state into checkpoints, in the version of its splits. */
public final class UndealtSerializer<T> implements SimpleVersionedSerializer<Undealt<T>> {
    private static final int INITIAL_BYTES = 1024;

    private final SimpleVersionedSerializer<T> splits;

    /** @param splits writes each feed */
    public UndealtSerializer(SimpleVersionedSerializer<T> splits) {
        this.splits = splits;
    }

    @Override
    public int getVersion() {
        return splits.getVersion();
    }

    @Override
    public byte[] serialize(Undealt<T> state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        out.writeInt(state.splits().size());
        for (T split : state.splits()) {
            byte[] written = splits.serialize(split);
            out.writeInt(written.length);
            out.write(written);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public Undealt<T> deserialize(int version, byte[] serialized) throws IOException {
        if (version != getVersion()) {
            throw new IOException("feeds of version " + version + " cannot be read by this release, which knows "
                    + getVersion() + "; start without these checkpoints");
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        List<T> undealt = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] written = new byte[in.readInt()];
            in.readFully(written);
            undealt.add(splits.deserialize(version, written));
        }
        return new Undealt<>(undealt);
    }
}
