package io.bandwatch.deploy.bench.av;

import com.sun.management.ThreadMXBean;
import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.dsp.audio.PcmMeter;
import io.bandwatch.dsp.video.Picture;
import io.bandwatch.dsp.video.Plane;
import io.bandwatch.dsp.video.SmallPlane;
import io.bandwatch.dsp.video.VideoMeter;
import io.bandwatch.dsp.video.VideoMeterSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The meters alone on decoded pictures and sound in memory, as large as they were sent: made small first, then measured. */
final class RawPass {
    private static final int MOST_WIDTH = 320;
    private static final int RATE_HZ = 48_000;
    private static final int LOOK_SAMPLES = RATE_HZ / 5;
    private static final long PICTURE_NS = 40_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BenchService service;
    private final ByteBuffer pictures;
    private final float[] sound;
    private final SmallPlane small;

    RawPass(BenchService service, Path pictures, Path sound) throws IOException {
        this.service = service;
        byte[] codes = Files.readAllBytes(pictures);
        // where decoders put them: outside the heap
        this.pictures = ByteBuffer.allocateDirect(codes.length).put(codes).flip();
        byte[] samples = Files.readAllBytes(sound);
        this.sound = new float[samples.length / Float.BYTES];
        ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(this.sound);
        this.small = new SmallPlane(SmallPlane.factor(service.width(), MOST_WIDTH));
    }

    /** Processor seconds of this thread for the pictures, so often, one after the other. */
    double picturesCpuS(int rounds) {
        long before = threads.getCurrentThreadCpuTime();
        VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        int luma = service.width() * service.height();
        int each = luma * 3 / 2;
        for (int round = 0; round < rounds; round++) {
            for (int from = 0; from + each <= pictures.limit(); from += each) {
                meter.measure(
                        new Picture(plane(from, 1), plane(from + luma, 2), plane(from + luma + luma / 4, 2), false),
                        null,
                        0,
                        PICTURE_NS);
            }
        }
        return (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    }

    private Plane plane(int from, int part) {
        int width = service.width() / part;
        int height = service.height() / part;
        byte[] codes = small.of(pictures, from, width, width, height);
        return new Plane(codes, 0, small.size(width), small.size(height), small.size(width));
    }

    /** Processor seconds of this thread for the sound, so often. */
    double soundCpuS(int rounds) {
        long before = threads.getCurrentThreadCpuTime();
        PcmMeter meter = new PcmMeter(RATE_HZ, new ChannelLayout(2, 0), LOOK_SAMPLES);
        float[] look = new float[2 * LOOK_SAMPLES];
        for (int round = 0; round < rounds; round++) {
            for (int from = 0; from + look.length <= sound.length; from += look.length) {
                System.arraycopy(sound, from, look, 0, look.length);
                meter.measure(look, LOOK_SAMPLES);
            }
        }
        return (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    }
}
