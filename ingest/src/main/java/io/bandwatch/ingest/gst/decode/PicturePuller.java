package io.bandwatch.ingest.gst.decode;

import com.sun.jna.Pointer;
import io.bandwatch.dsp.video.SmallPlane;
import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.ingest.gst.direct.KnownCaps;
import io.bandwatch.ingest.gst.direct.MappedSample;
import io.bandwatch.ingest.gst.direct.PadWatch;
import io.bandwatch.ingest.gst.direct.VideoMeta;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.freedesktop.gstreamer.Fraction;
import org.freedesktop.gstreamer.Structure;
import org.freedesktop.gstreamer.elements.AppSink;
import org.jspecify.annotations.Nullable;

/** Makes pictures of samples in I420, the planar format of 8 bits and half the colour. One thread only. */
final class PicturePuller implements Puller {
    /** What GStreamer's sinks take from the decoder. */
    static final String CAPS = "video/x-raw,format=I420";

    private static final int MACROBLOCK = 16;

    private final int track;
    private final Order order;
    private final LongUnaryOperator streamNs;
    private final DecodedSink sink;
    private final KnownCaps caps = new KnownCaps();
    private final ConcealmentLog log;
    private final NavigableMap<Long, Long> leftOutNs;

    /** Of the pictures that have left the decoder and were not taken yet; the log runs ahead of whoever takes them. */
    private final Queue<Integer> concealed = new ConcurrentLinkedQueue<>();

    private final PadWatch watch = new PadWatch(this::left);
    private PictureFormat format = new PictureFormat(1, 1, 0, 0, 0, 0, false, false);
    private SmallPlane small = new SmallPlane(1);
    private final AtomicLong pictures = new AtomicLong();
    private volatile long reachedNs = -1;

    /**
     * @param streamNs time of the stream for one of GStreamer
     * @param leftOutNs how much is left out after pictures, by GStreamer's times; those that come are taken from it
     */
    PicturePuller(
            int track,
            Order order,
            LongUnaryOperator streamNs,
            DecodedSink sink,
            ConcealmentLog log,
            NavigableMap<Long, Long> leftOutNs) {
        this.track = track;
        this.order = order;
        this.streamNs = streamNs;
        this.sink = sink;
        this.log = log;
        this.leftOutNs = leftOutNs;
    }

    private void left() {
        concealed.add(log.take());
    }

    @Override
    public void watch(AppSink from) {
        watch.watch(from.getStaticPad("sink"));
    }

    @Override
    public void take(MappedSample sample) throws IOException {
        Picture picture;
        try (sample) {
            if (!caps.are(sample.caps())) {
                learn(caps.learn(sample.caps()));
            }
            reachedNs = Math.max(reachedNs, sample.ptsNs());
            picture = picture(sample.bytes(), layout(sample.videoMeta()), sample.ptsNs());
        }
        pictures.incrementAndGet();
        sink.picture(picture);
    }

    /** Where the planes begin, and how far their rows are apart. */
    private record Layout(int luma, int stride, int blue, int blueStride, int red, int redStride, int end) {}

    /** As the buffer says, else that of I420: rows are rounded up to four bytes. */
    private Layout layout(@Nullable Pointer meta) {
        int width = format.width();
        int rows = up(format.height(), 2);
        if (meta != null) {
            int redStride = VideoMeta.stride(meta, 2);
            int red = VideoMeta.offset(meta, 2);
            return new Layout(
                    VideoMeta.offset(meta, 0),
                    VideoMeta.stride(meta, 0),
                    VideoMeta.offset(meta, 1),
                    VideoMeta.stride(meta, 1),
                    red,
                    redStride,
                    red + redStride * (rows / 2 - 1) + up(width, 2) / 2);
        }
        int stride = up(width, 4);
        int colourStride = up(up(width, 2) / 2, 4);
        int blue = stride * rows;
        int red = blue + colourStride * rows / 2;
        return new Layout(0, stride, blue, colourStride, red, colourStride, red + colourStride * rows / 2);
    }

    private Picture picture(ByteBuffer bytes, Layout planes, long ptsNs) throws IOException {
        int width = format.width();
        int height = format.height();
        if (bytes.remaining() < planes.end()) {
            throw new IOException("a picture of " + width + "x" + height + " in " + bytes.remaining() + " bytes");
        }
        return new Picture(
                track,
                streamNs.applyAsLong(ptsNs),
                format,
                small.size(width),
                small.size(height),
                small.of(bytes, planes.luma(), planes.stride(), width, height),
                colour(bytes, planes.blue(), planes.blueStride()),
                colour(bytes, planes.red(), planes.redStride()),
                order.fullLuma() ? full(bytes, planes.luma(), planes.stride()) : new byte[0],
                concealedShare(),
                leftOut(ptsNs));
    }

    /** Pictures come in the order in which they are shown: what is noted for earlier ones never came out. */
    private long leftOut(long ptsNs) {
        if (leftOutNs.isEmpty()) {
            return 0;
        }
        Long ns = leftOutNs.remove(ptsNs);
        leftOutNs.headMap(ptsNs).clear();
        return ns == null ? 0 : ns;
    }

    private float concealedShare() {
        Integer macroblocks = concealed.poll();
        int all = up(format.width(), MACROBLOCK) / MACROBLOCK * (up(format.height(), MACROBLOCK) / MACROBLOCK);
        return macroblocks == null ? 0 : Math.min(1, (float) macroblocks / all);
    }

    private byte[] colour(ByteBuffer bytes, int from, int stride) {
        int width = small.size(format.width()) / 2;
        int height = small.size(format.height()) / 2;
        byte[] plane = small.of(bytes, from, stride, up(format.width(), 2) / 2, up(format.height(), 2) / 2);
        int planeWidth = small.size(up(format.width(), 2) / 2);
        if (plane.length == width * height) {
            return plane;
        }
        byte[] cut = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * planeWidth, cut, y * width, width);
        }
        return cut;
    }

    private byte[] full(ByteBuffer bytes, int from, int stride) {
        byte[] luma = new byte[format.width() * format.height()];
        for (int y = 0; y < format.height(); y++) {
            bytes.get(from + y * stride, luma, y * format.width(), format.width());
        }
        return luma;
    }

    private void learn(Structure structure) {
        Fraction aspect = fraction(structure, "pixel-aspect-ratio");
        Fraction rate = fraction(structure, "framerate");
        String interlace = text(structure, "interlace-mode", "progressive");
        format = new PictureFormat(
                structure.getInteger("width"),
                structure.getInteger("height"),
                aspect.numerator,
                aspect.denominator,
                rate.numerator,
                rate.denominator,
                !interlace.equals("progressive"),
                text(structure, "colorimetry", "").startsWith("1:"));
        small = new SmallPlane(SmallPlane.factor(format.width(), order.mostWidth()));
    }

    private static Fraction fraction(Structure structure, String field) {
        return structure.hasField(field) ? structure.getFraction(field) : new Fraction(0, 1);
    }

    private static String text(Structure structure, String field, String otherwise) {
        String value = structure.hasField(field) ? structure.getString(field) : null;
        return value == null ? otherwise : value;
    }

    private static int up(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    @Override
    public long taken() {
        return pictures.get();
    }

    @Override
    public long reachedNs() {
        return reachedNs;
    }
}
