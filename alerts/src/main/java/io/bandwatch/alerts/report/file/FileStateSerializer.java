package io.bandwatch.alerts.report.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes {@link FileState} into checkpoints. */
public final class FileStateSerializer implements SimpleVersionedSerializer<FileState> {
    private static final int VERSION = 2;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FileState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(state.length());
        out.writeBoolean(state.finished());
        out.writeInt(state.kept().length);
        out.write(state.kept());
        return bytes.toByteArray();
    }

    @Override
    public FileState deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("checkpoint of a result file has version " + version + ", this program reads "
                    + VERSION + ": finish the run with the program that began it");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        return new FileState(in.readLong(), in.readBoolean(), in.readNBytes(in.readInt()));
    }
}
