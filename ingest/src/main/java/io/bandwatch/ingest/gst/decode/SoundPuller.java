package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.gst.direct.KnownCaps;
import io.bandwatch.ingest.gst.direct.MappedSample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.NavigableSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.gstreamer.Structure;

/** Makes sound of samples in 32-bit float, at the rate and with the channels that are sent. One thread only. */
final class SoundPuller implements Puller {
    /** What GStreamer's sinks take from the decoder. */
    static final String CAPS = "audio/x-raw,format=F32LE,layout=interleaved";

    /** Its bits are in the order of {@link io.bandwatch.dsp.audio.ChannelLayout.Speaker}. */
    private static final Pattern MASK = Pattern.compile("channel-mask=\\(bitmask\\)0x0*([0-9a-fA-F]{1,16})");

    /** Longer than any coding remembers: two of its frames. */
    private static final long SETTLING_NS = 100_000_000;

    private static final long ROUNDING_NS = 1_000_000;

    private final int track;
    private final LongUnaryOperator streamNs;
    private final DecodedSink sink;
    private final KnownCaps caps = new KnownCaps();
    private final AtomicLong sounds = new AtomicLong();
    private final NavigableSet<Long> resumedNs;
    private volatile long reachedNs = -1;
    private long settledNs;
    private boolean afterLeftOut;
    private int rateHz = 1;
    private int channels = 1;
    private int positions;

    /**
     * @param streamNs time of the stream for one of GStreamer
     * @param resumedNs where sound goes on after some was left out, by GStreamer's times; those that come are taken from it
     */
    SoundPuller(int track, LongUnaryOperator streamNs, DecodedSink sink, NavigableSet<Long> resumedNs) {
        this.track = track;
        this.streamNs = streamNs;
        this.sink = sink;
        this.resumedNs = resumedNs;
    }

    @Override
    public void take(MappedSample sample) throws IOException {
        Sound sound;
        try (sample) {
            if (!caps.are(sample.caps())) {
                Structure structure = caps.learn(sample.caps());
                rateHz = structure.getInteger("rate");
                channels = structure.getInteger("channels");
                positions = positions(channels, structure);
            }
            reachedNs = Math.max(reachedNs, sample.ptsNs());
            resumed(sample.ptsNs());
            if (sample.ptsNs() < settledNs) {
                sounds.incrementAndGet();
                return;
            }
            ByteBuffer bytes = sample.bytes().order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / (Float.BYTES * channels) * channels];
            bytes.asFloatBuffer().get(samples);
            sound = new Sound(
                    track, streamNs.applyAsLong(sample.ptsNs()), rateHz, channels, positions, samples, afterLeftOut);
        }
        afterLeftOut = false;
        sounds.incrementAndGet();
        sink.sound(sound);
    }

    /** The first sound after some was left out is that of a decoder that does not know what was before. */
    private void resumed(long ptsNs) {
        if (resumedNs.isEmpty()) {
            return;
        }
        Long resumed = resumedNs.floor(ptsNs + ROUNDING_NS);
        if (resumed != null) {
            resumedNs.headSet(resumed, true).clear();
            settledNs = resumed + SETTLING_NS;
            afterLeftOut = true;
        }
    }

    /** The bindings know no bit masks; GStreamer writes one as {@code channel-mask=(bitmask)0x...}. */
    private static int positions(int channels, Structure structure) {
        if (channels <= 2) {
            return 0;
        }
        Matcher mask = MASK.matcher(structure.toString());
        return mask.find() ? (int) Long.parseUnsignedLong(mask.group(1), 16) : 0;
    }

    @Override
    public long taken() {
        return sounds.get();
    }

    @Override
    public long reachedNs() {
        return reachedNs;
    }
}
