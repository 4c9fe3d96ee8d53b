package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Sound;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Sample;
import org.freedesktop.gstreamer.Structure;

/** Makes sound of samples in 32-bit float, at the rate and with the channels that are sent. One thread only. */
final class SoundPuller implements Puller {
    /** What GStreamer's sinks take from the decoder. */
    static final String CAPS = "audio/x-raw,format=F32LE,layout=interleaved";

    private final int track;
    private final LongUnaryOperator streamNs;
    private final DecodedSink sink;
    private final AtomicLong sounds = new AtomicLong();

    SoundPuller(int track, LongUnaryOperator streamNs, DecodedSink sink) {
        this.track = track;
        this.streamNs = streamNs;
        this.sink = sink;
    }

    @Override
    public void take(Sample sample) throws IOException {
        Sound sound;
        try (MappedSample mapped = new MappedSample(sample)) {
            Caps caps = mapped.caps();
            Structure structure = caps.getStructure(0);
            int channels = structure.getInteger("channels");
            float[] samples = new float[mapped.bytes().remaining() / (Float.BYTES * channels) * channels];
            mapped.bytes().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
            sound = new Sound(
                    track, streamNs.applyAsLong(mapped.ptsNs()), structure.getInteger("rate"), channels, samples);
            caps.dispose();
        }
        sounds.incrementAndGet();
        sink.sound(sound);
    }

    @Override
    public long taken() {
        return sounds.get();
    }
}
