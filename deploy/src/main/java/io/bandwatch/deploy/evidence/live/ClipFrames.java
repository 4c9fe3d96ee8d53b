package io.bandwatch.deploy.evidence.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.frames.SampleConverter;
import io.bandwatch.ingest.live.preroll.Clip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Goes through the samples of a clip in the frames that the looks were made of, each with its lead-in. Not thread-safe. */
final class ClipFrames {
    private final Path data;
    private final Clip clip;
    private final BandSettings settings;

    /**
     * @param data the samples
     * @param clip what they are; each part of it is a frame or a piece of one
     * @param settings of the frequency that all of it was heard at
     */
    ClipFrames(Path data, Clip clip, BandSettings settings) {
        this.data = data;
        this.clip = clip;
        this.settings = settings;
    }

    /** Takes frames. */
    interface Taker {
        /** A frame, as {@link io.bandwatch.dsp.band.BandAnalyser#analyse} takes it. */
        void take(Clip.Part part, float[] re, float[] im, int lead, int count);
    }

    /** Goes through all frames that are long enough to be measured. */
    void goThrough(Taker taker) throws IOException {
        SampleFormat format = Arrays.stream(SampleFormat.values())
                .filter(one -> one.label().equals(clip.source().format()))
                .findFirst()
                .orElseThrow();
        SampleConverter converter = new SampleConverter(format);
        int room = settings.leadSamples() + settings.frameSamples();
        float[] re = new float[room];
        float[] im = new float[room];
        int lead = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(data))) {
            for (Clip.Part part : clip.parts()) {
                lead = part.continues() ? lead : 0;
                int count = (int) part.units();
                byte[] bytes = in.readNBytes(count * format.sampleBytes());
                if (bytes.length < count * format.sampleBytes() || lead + count > room) {
                    throw new IOException(data + " is not what its clip says");
                }
                converter.convert(bytes, count, re, im, lead);
                if (count >= settings.shortestFrameSamples()) {
                    taker.take(part, re, im, lead, count);
                }
                int end = lead + count;
                lead = Math.min(settings.leadSamples(), end);
                System.arraycopy(re, end - lead, re, 0, lead);
                System.arraycopy(im, end - lead, im, 0, lead);
            }
        }
    }
}
