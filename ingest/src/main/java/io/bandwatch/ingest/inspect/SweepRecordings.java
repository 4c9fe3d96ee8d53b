package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.inspect.facts.Defect;
import io.bandwatch.signal.FrequencyRange;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** Looks into sweep files. */
final class SweepRecordings {
    /** A channel of 200 kHz and some floor beside it. */
    private static final double NARROWEST_HZ = 300e3;

    private final RecordingOptions options;

    SweepRecordings(RecordingOptions options) {
        this.options = options;
    }

    Recording inspect(OpenedFile opened) throws Defect, IOException {
        if (opened.content() != Content.TEXT) {
            throw new Defect("not-sweep", "is no text; a sweep recording is rtl_power or hackrf_sweep CSV");
        }
        if (options.rateHz() != null || options.centerHz() != null || options.sampleFormat() != null) {
            throw new Defect(
                    "contradictory-kind",
                    "is a sweep, which has no sample rate, centre or sample format;"
                            + " leave out --rate, --center and --sample-format");
        }
        ZoneId zone = options.sweepZone() == null ? ZoneOffset.UTC : options.sweepZone();
        SweepInspection found;
        try (RecordingBytes bytes = opened.bytes()) {
            found = SweepInspection.of(bytes, zone);
        }
        Instant start = found.start().atZone(zone).toInstant();
        if (options.start() != null && !options.start().equals(start)) {
            throw new Defect(
                    "contradictory-time",
                    "its first row says " + start + ", --start says " + options.start() + "; leave out --start");
        }
        double widthHz = Math.min(found.highHz(), FrequencyRange.FM_BAND.highHz())
                - Math.max(found.lowHz(), FrequencyRange.FM_BAND.lowHz());
        if (!(widthHz >= NARROWEST_HZ)) {
            throw new Defect(
                    "outside-band",
                    String.format(
                            Locale.ROOT,
                            "covers %.3f to %.3f MHz; 300 kHz at least of 87.0 to 108.0 MHz are needed to tell a carrier from its noise floor",
                            found.lowHz() / 1e6,
                            found.highHz() / 1e6));
        }
        return new Recording(
                opened.spec().feed(),
                opened.file().toString(),
                opened.compression(),
                start,
                true,
                found.layout(),
                Recording.UNKNOWN_DURATION);
    }
}
