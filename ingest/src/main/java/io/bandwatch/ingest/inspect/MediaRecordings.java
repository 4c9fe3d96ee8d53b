package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.av.DecodedListener;
import io.bandwatch.ingest.av.Restart;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.inspect.facts.Defect;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Looks into audio and video files: whether anything of them can be decoded here. */
final class MediaRecordings {
    private final RecordingOptions options;

    MediaRecordings(RecordingOptions options) {
        this.options = options;
    }

    Recording inspect(OpenedFile opened) throws Defect, IOException {
        if (options.rateHz() != null || options.centerHz() != null || options.sampleFormat() != null) {
            throw new Defect(
                    "contradictory-kind",
                    "is an audio or video file, which has no centre or sample format of I/Q;"
                            + " leave out --rate, --center and --sample-format");
        }
        if (opened.compression() != Compression.NONE) {
            throw new Defect("packed-media", "is packed; unpack it, decoders read it in place");
        }
        Trial trial = new Trial();
        try (ServiceDecoder decoder = new ServiceDecoder(
                "trial of " + opened.name(), Order.ofFile(opened.file().toString()), trial)) {
            decoder.finish();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (!trial.decoded.get()) {
            throw new Defect(
                    "undecodable",
                    "holds nothing that can be decoded here (" + trial.complaint.get()
                            + "); see ./bandwatch doctor, and whether it plays elsewhere");
        }
        Instant start = options.start();
        return new Recording(
                opened.spec().feed(),
                opened.file().toString(),
                opened.compression(),
                start == null ? Instant.EPOCH : start,
                start != null,
                new MediaLayout(0, DecodingDepth.WHOLE),
                Recording.UNKNOWN_DURATION);
    }

    /** Notes whether anything comes. */
    private static final class Trial implements DecodedListener {
        private final AtomicBoolean decoded = new AtomicBoolean();
        private final AtomicReference<String> complaint = new AtomicReference<>("no picture and no sound");

        @Override
        public void track(Track track) {
            if (!track.decodable()) {
                complaint.set(track.undecodable());
            }
        }

        @Override
        public void picture(Picture picture) {
            decoded.set(true);
        }

        @Override
        public void sound(Sound sound) {
            decoded.set(true);
        }

        @Override
        public void fault(Fault fault) {
            complaint.set(fault.reason());
        }

        @Override
        public void restarted(Restart restart) {
            complaint.set(restart.reason());
        }
    }
}
