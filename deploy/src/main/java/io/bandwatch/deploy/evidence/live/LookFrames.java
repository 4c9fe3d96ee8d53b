package io.bandwatch.deploy.evidence.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.frames.SampleConverter;
import java.io.IOException;
import java.util.Arrays;

/** Makes frames of the bytes of looks: what goes on has the end of the one before as its lead-in. Not thread-safe. */
final class LookFrames {
    private final BandSettings settings;
    private final SampleFormat format;
    private final SampleConverter converter;
    private final float[] re;
    private final float[] im;
    private int lead;
    private int count;

    /** @param format label of a format of samples */
    LookFrames(String format, BandSettings settings) {
        this.settings = settings;
        this.format = Arrays.stream(SampleFormat.values())
                .filter(one -> one.label().equals(format))
                .findFirst()
                .orElseThrow();
        this.converter = new SampleConverter(this.format);
        int room = settings.leadSamples() + settings.frameSamples();
        this.re = new float[room];
        this.im = new float[room];
    }

    /** Takes a frame as {@link io.bandwatch.dsp.band.BandAnalyser#analyse} does. */
    interface Taker {
        void take(float[] re, float[] im, int lead, int count);
    }

    /**
     * Makes a frame of a look, and hands it on if it is long enough to be measured.
     *
     * @param bytes whole samples
     * @param continues whether they go on where those before ended
     * @throws IOException if it is longer than a look can be
     */
    void take(byte[] bytes, boolean continues, Taker taker) throws IOException {
        int end = lead + count;
        lead = continues ? Math.min(settings.leadSamples(), end) : 0;
        count = bytes.length / format.sampleBytes();
        if (lead + count > re.length) {
            throw new IOException("a look of " + count + " samples is longer than a frame");
        }
        System.arraycopy(re, end - lead, re, 0, lead);
        System.arraycopy(im, end - lead, im, 0, lead);
        converter.convert(bytes, count, re, im, lead);
        if (count >= settings.shortestFrameSamples()) {
            taker.take(re, im, lead, count);
        }
    }

    int sampleBytes() {
        return format.sampleBytes();
    }
}
