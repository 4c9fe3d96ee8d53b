package io.bandwatch.deploy.evidence.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.preroll.Clip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Goes through the samples of a clip. Not thread-safe. */
final class ClipFrames implements Frames {
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

    @Override
    public void goThrough(Taker taker) throws IOException {
        LookFrames frames = new LookFrames(clip.source().format(), settings);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(data))) {
            for (Clip.Part part : clip.parts()) {
                int length = (int) part.units() * frames.sampleBytes();
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new IOException(data + " is not what its clip says");
                }
                frames.take(
                        bytes,
                        part.continues(),
                        (re, im, lead, count) -> taker.take(part.from(), part.to(), re, im, lead, count));
            }
        }
    }

    @Override
    public Instant end() {
        return clip.to();
    }
}
