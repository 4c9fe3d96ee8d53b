package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.tuning.DirectSampling;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes live feeds into checkpoints. Version 1 knew transport streams only, version 2 none that are decoded. */
final class LiveSplitSerializer implements SimpleVersionedSerializer<LiveSplit> {
    static final int VERSION = 3;
    private static final int INITIAL_BYTES = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LiveSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        out.writeUTF(split.spec().feed());
        out.writeUTF(split.spec().address());
        ReceiverSettings receiver = split.spec().receiver();
        out.writeBoolean(receiver != null);
        if (receiver != null) {
            write(receiver, out);
        }
        ServiceChoice decoded = split.spec().decoded();
        out.writeBoolean(decoded.all());
        out.writeUTF(decoded.depth().name());
        out.writeInt(decoded.numbers().size());
        for (int number : new TreeSet<>(decoded.numbers())) {
            out.writeInt(number);
        }
        return out.getCopyOfBuffer();
    }

    private static void write(ReceiverSettings receiver, DataOutputSerializer out) throws IOException {
        out.writeUTF(receiver.format().name());
        out.writeDouble(receiver.rateHz());
        out.writeDouble(receiver.deEmphasisS());
        out.writeInt(receiver.plan().centersHz().size());
        for (long centerHz : receiver.plan().centersHz()) {
            out.writeLong(centerHz);
        }
        out.writeLong(receiver.plan().dwell().toNanos());
        out.writeLong(receiver.plan().settle().toNanos());
        FrontEnd front = receiver.frontEnd();
        out.writeDouble(front.gainDb() == null ? Double.NaN : front.gainDb());
        out.writeBoolean(front.agc());
        out.writeInt(front.ppm());
        out.writeUTF(front.directSampling().name());
        out.writeBoolean(front.offsetTuning());
        out.writeBoolean(front.biasTee());
    }

    @Override
    public LiveSplit deserialize(int version, byte[] serialized) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        return switch (version) {
            case 1 -> new LiveSplit(new LiveFeedSpec(in.readUTF(), in.readUTF()));
            case 2 -> new LiveSplit(spec(in));
            case VERSION -> new LiveSplit(spec(in).decoding(decoded(in)));
            default ->
                throw new IOException("a live feed of version " + version
                        + " cannot be read by this release, which knows up to " + VERSION
                        + "; start without these checkpoints");
        };
    }

    private static LiveFeedSpec spec(DataInputDeserializer in) throws IOException {
        String feed = in.readUTF();
        String address = in.readUTF();
        return new LiveFeedSpec(feed, address, in.readBoolean() ? receiver(in) : null);
    }

    private static ServiceChoice decoded(DataInputDeserializer in) throws IOException {
        boolean all = in.readBoolean();
        DecodingDepth depth = DecodingDepth.valueOf(in.readUTF());
        Set<Integer> numbers = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            numbers.add(in.readInt());
        }
        return new ServiceChoice(all, numbers, depth);
    }

    private static ReceiverSettings receiver(DataInputDeserializer in) throws IOException {
        SampleFormat format = SampleFormat.valueOf(in.readUTF());
        double rateHz = in.readDouble();
        double deEmphasisS = in.readDouble();
        List<Long> centersHz = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            centersHz.add(in.readLong());
        }
        HopPlan plan = new HopPlan(centersHz, Duration.ofNanos(in.readLong()), Duration.ofNanos(in.readLong()));
        double gainDb = in.readDouble();
        FrontEnd front = new FrontEnd(
                Double.isNaN(gainDb) ? null : gainDb,
                in.readBoolean(),
                in.readInt(),
                DirectSampling.valueOf(in.readUTF()),
                in.readBoolean(),
                in.readBoolean());
        return new ReceiverSettings(format, rateHz, plan, front, deEmphasisS);
    }
}
