package io.bandwatch.ingest.flink.split;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingLayout;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.SweepLayout;
import io.bandwatch.ingest.TsLayout;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes splits into checkpoints. */
public final class RecordingSplitSerializer implements SimpleVersionedSerializer<RecordingSplit> {
    /** The version that is written. */
    public static final int VERSION = 3;

    private static final int INITIAL_BYTES = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(RecordingSplit split) {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        try {
            write(split, out);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public RecordingSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("a recording split of version " + version
                    + " cannot be read by this release, which knows " + VERSION + "; start without these checkpoints");
        }
        return read(new DataInputDeserializer(serialized));
    }

    private static void write(RecordingSplit split, DataOutputView out) throws IOException {
        Recording recording = split.recording();
        out.writeUTF(recording.feed());
        out.writeUTF(recording.path());
        out.writeUTF(recording.compression().name());
        write(recording.start(), out);
        out.writeBoolean(recording.timeKnown());
        write(recording.layout(), out);
        out.writeLong(recording.durationNs());
        out.writeLong(split.position().next());
        write(split.position().reached(), out);
        out.writeBoolean(split.position().ended());
        InputAccount account = split.account();
        out.writeLong(account.samples());
        out.writeLong(account.durationNs());
        out.writeLong(account.nonFiniteSamples());
        out.writeLong(account.trailingBytes());
        out.writeLong(account.malformedRows());
        out.writeLong(account.truncatedStreams());
    }

    private static RecordingSplit read(DataInputView in) throws IOException {
        Recording recording = new Recording(
                in.readUTF(),
                in.readUTF(),
                Compression.valueOf(in.readUTF()),
                readInstant(in),
                in.readBoolean(),
                readLayout(in),
                in.readLong());
        RecordingPosition position = new RecordingPosition(in.readLong(), readInstant(in), in.readBoolean());
        InputAccount account = new InputAccount(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
        return new RecordingSplit(recording, position, account);
    }

    private static void write(RecordingLayout layout, DataOutputView out) throws IOException {
        if (layout instanceof IqLayout iq) {
            out.writeUTF(RecordingKind.IQ.name());
            out.writeUTF(iq.format().name());
            out.writeDouble(iq.rateHz());
            out.writeDouble(iq.centerHz());
            out.writeLong(iq.dataOffset());
            out.writeLong(iq.dataBytes());
        } else if (layout instanceof SweepLayout sweep) {
            out.writeUTF(RecordingKind.SWEEP.name());
            out.writeDouble(sweep.stepHz());
            out.writeLong(sweep.periodNs());
            out.writeUTF(sweep.zone().getId());
        } else if (layout instanceof MediaLayout media) {
            out.writeUTF(RecordingKind.MEDIA.name());
            out.writeInt(media.programme());
            out.writeUTF(media.depth().name());
        } else {
            out.writeUTF(RecordingKind.TS.name());
        }
    }

    private static RecordingLayout readLayout(DataInputView in) throws IOException {
        return switch (RecordingKind.valueOf(in.readUTF())) {
            case IQ ->
                new IqLayout(
                        SampleFormat.valueOf(in.readUTF()),
                        in.readDouble(),
                        in.readDouble(),
                        in.readLong(),
                        in.readLong());
            case SWEEP -> new SweepLayout(in.readDouble(), in.readLong(), ZoneId.of(in.readUTF()));
            case TS -> new TsLayout();
            case MEDIA -> new MediaLayout(in.readInt(), DecodingDepth.valueOf(in.readUTF()));
        };
    }

    private static void write(Instant instant, DataOutputView out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputView in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
