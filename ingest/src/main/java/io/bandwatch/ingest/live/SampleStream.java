package io.bandwatch.ingest.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.frames.SampleConverter;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import org.jspecify.annotations.Nullable;

/**
 * Cuts blocks of bytes into frames of samples that follow each other without a gap, each with its lead-in. Not thread-safe;
 * allocates nothing after it was made.
 */
final class SampleStream {
    private static final int CHUNK_SAMPLES = 1 << 14;

    private final SampleConverter converter;
    private final RawTap tap;
    private final int sampleBytes;
    private final int leadSamples;
    private final int frameSamples;
    private final int framesOfVisit;
    private final float[] re;
    private final float[] im;
    private final byte[] chunk;
    private int lead;
    private int filled;
    private int carried;
    private boolean broken = true;
    private @Nullable Block block;
    private int at;
    private long position = -1;
    private long leftOutBytes;
    private long centerHz;

    /** @param tap gets the bytes of each frame */
    SampleStream(ReceiverSettings settings, SampleConverter converter, RawTap tap) {
        this.converter = converter;
        this.tap = tap;
        this.sampleBytes = settings.format().sampleBytes();
        BandSettings band = settings.band(settings.plan().centersHz().get(0));
        this.leadSamples = band.leadSamples();
        this.frameSamples = band.frameSamples();
        this.framesOfVisit = (int) (settings.samples(settings.plan().dwell().toNanos() / 1e9) / frameSamples);
        this.re = new float[leadSamples + frameSamples];
        this.im = new float[leadSamples + frameSamples];
        this.chunk = new byte[CHUNK_SAMPLES * sampleBytes];
    }

    /** Whether a block goes on where the last one ended, at the same frequency. */
    boolean continues(Block next) {
        return position == next.position() && centerHz == next.centerHz();
    }

    /** Whether its bytes are counted anew. */
    boolean isAnotherConnection(Block next) {
        return next.position() < position || position < 0;
    }

    /** Leaves out what waits for the rest of its frame. */
    void breakOff() {
        leftOutBytes += (long) filled * sampleBytes + carried;
        lead = 0;
        filled = 0;
        carried = 0;
        broken = true;
        tap.breakOff();
    }

    /** Bytes that are in no frame, for the rest of theirs never came. */
    long leftOutBytes() {
        return leftOutBytes;
    }

    /** Takes a block; its samples are got by {@link #fill}. */
    void begin(Block next) {
        // a sample of which the first bytes are missing cannot be read
        at = broken ? (int) ((sampleBytes - next.position() % sampleBytes) % sampleBytes) : 0;
        leftOutBytes += at;
        broken = false;
        block = next;
        position = next.position() + next.size();
        centerHz = next.centerHz();
    }

    /** Whether a frame is full; else the block is used up. */
    boolean fill() {
        Block from = block;
        if (from == null) {
            return false;
        }
        while (filled < frameSamples && at < from.size()) {
            int wanted = Math.min(chunk.length, (frameSamples - filled) * sampleBytes) - carried;
            int got = Math.min(wanted, from.size() - at);
            System.arraycopy(from.bytes(), at, chunk, carried, got);
            tap.add(from.bytes(), at, got);
            at += got;
            int bytes = carried + got;
            int whole = bytes / sampleBytes;
            converter.convert(chunk, whole, re, im, lead + filled);
            filled += whole;
            carried = bytes - whole * sampleBytes;
            System.arraycopy(chunk, whole * sampleBytes, chunk, 0, carried);
        }
        if (filled < frameSamples) {
            block = null;
            return false;
        }
        return true;
    }

    /** The frame was measured: its end is the lead-in of the next. */
    void next() {
        int end = lead + filled;
        lead = Math.min(leadSamples, end);
        System.arraycopy(re, end - lead, re, 0, lead);
        System.arraycopy(im, end - lead, im, 0, lead);
        filled = 0;
    }

    /** Samples of the connection up to the last that was taken. */
    long taken() {
        Block from = block;
        long bytes = from == null ? Math.max(0, position) : from.position() + at;
        return (bytes - carried) / sampleBytes;
    }

    /** Share of the samples that are equal to the one before. */
    double stuckShare() {
        int stuck = 0;
        for (int i = lead + 1; i < lead + filled; i++) {
            stuck += re[i] == re[i - 1] && im[i] == im[i - 1] ? 1 : 0;
        }
        return filled < 2 ? 0 : (double) stuck / (filled - 1);
    }

    /** In-phase: {@link #lead} samples before the frame, then the frame. */
    float[] re() {
        return re;
    }

    /** Quadrature. */
    float[] im() {
        return im;
    }

    int lead() {
        return lead;
    }

    int frameSamples() {
        return frameSamples;
    }

    /** Frames of one visit. */
    int framesOfVisit() {
        return framesOfVisit;
    }
}
