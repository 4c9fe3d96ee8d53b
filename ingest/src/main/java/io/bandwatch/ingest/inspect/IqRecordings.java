package io.bandwatch.ingest.inspect;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.inspect.facts.Agreement;
import io.bandwatch.ingest.inspect.facts.Defect;
import io.bandwatch.ingest.inspect.facts.IqFacts;
import io.bandwatch.ingest.inspect.facts.NameFacts;
import io.bandwatch.ingest.inspect.facts.SigmfFiles;
import io.bandwatch.ingest.inspect.facts.SigmfMeta;
import io.bandwatch.ingest.inspect.facts.WavHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks into files of complex samples. */
final class IqRecordings {
    private static final double LOWEST_RATE_HZ = 240e3;
    private static final double HIGHEST_RATE_HZ = 30e6;

    private final RecordingOptions options;

    IqRecordings(RecordingOptions options) {
        this.options = options;
    }

    /** Format that the ending of the name stands for, or null. */
    static @Nullable SampleFormat rawFormatOf(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.(xz|gz|zst)$", "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "cu8" -> SampleFormat.CU8;
            case "cs8" -> SampleFormat.CS8;
            case "cs16" -> SampleFormat.CS16;
            case "cf32", "cfile" -> SampleFormat.CF32;
            default -> null;
        };
    }

    Recording inspect(OpenedFile opened) throws Defect, IOException {
        IqFacts facts = facts(opened);
        checkFormat(facts);
        Agreement agreement = new Agreement(facts, NameFacts.of(opened.name()), options);
        double rateHz = agreement.rateHz();
        double centerHz = agreement.centerHz();
        checkBand(rateHz, centerHz);
        long durationNs = durationNs(opened, facts, rateHz);
        Instant start = start(facts);
        return new Recording(
                opened.spec().feed(),
                opened.file().toString(),
                opened.compression(),
                start == null ? Instant.EPOCH : start,
                start != null,
                new IqLayout(facts.format(), rateHz, centerHz, facts.dataOffset(), facts.dataBytes()),
                durationNs);
    }

    private IqFacts facts(OpenedFile opened) throws Defect, IOException {
        if (opened.content() == Content.WAV) {
            try (RecordingBytes bytes = opened.bytes()) {
                return WavHeader.read(bytes);
            }
        }
        if (opened.content() == Content.TAR) {
            try (RecordingBytes bytes = opened.bytes()) {
                return SigmfFiles.inArchive(bytes);
            }
        }
        Path meta = SigmfFiles.metaFileOf(opened.file());
        if (meta != null) {
            return SigmfMeta.read(Files.readString(meta), 0, IqLayout.TO_THE_END);
        }
        SampleFormat format = rawFormatOf(opened.file());
        SampleFormat asked = options.sampleFormat();
        if (format == null && asked == null) {
            throw new Defect(
                    "unknown-format",
                    "is not recognised; raw samples need a name ending in .cu8, .cs8, .cs16 or"
                            + " .cf32, or --sample-format");
        }
        SampleFormat either = format != null ? format : asked;
        return new IqFacts(
                "the raw file", java.util.Objects.requireNonNull(either), null, null, null, 0, IqLayout.TO_THE_END);
    }

    private void checkFormat(IqFacts facts) throws Defect {
        SampleFormat asked = options.sampleFormat();
        if (asked != null && asked != facts.format()) {
            throw new Defect(
                    "contradictory-format",
                    facts.source() + " says " + facts.format().label() + ", --sample-format says " + asked.label()
                            + "; correct the wrong one");
        }
    }

    private static void checkBand(double rateHz, double centerHz) throws Defect {
        if (rateHz < LOWEST_RATE_HZ) {
            throw new Defect(
                    "rate-too-low",
                    number(rateHz / 1e3) + " kS/s is too narrow to hold an FM channel and its noise"
                            + " floor; record with 240 kS/s at least");
        }
        if (rateHz > HIGHEST_RATE_HZ) {
            throw new Defect(
                    "rate-too-high", number(rateHz / 1e6) + " MS/s is above 30 MS/s; record the band with 25 MS/s");
        }
        try {
            BandSettings.of(rateHz, centerHz);
        } catch (IllegalArgumentException outside) {
            throw new Defect(
                    "outside-band",
                    number(centerHz / 1e6) + " MHz with " + number(rateHz / 1e6)
                            + " MS/s does not reach 87.0 to 108.0 MHz; correct --center if it is wrong");
        }
    }

    private static long durationNs(OpenedFile opened, IqFacts facts, double rateHz) throws Defect, IOException {
        if (opened.compression() != Compression.NONE) {
            return Recording.UNKNOWN_DURATION;
        }
        long there = Files.size(opened.file()) - facts.dataOffset();
        long bytes = facts.dataBytes() == IqLayout.TO_THE_END ? there : Math.min(there, facts.dataBytes());
        double seconds = Math.max(0, bytes / facts.format().sampleBytes()) / rateHz;
        if (seconds < BandSettings.SHORTEST_FRAME_S) {
            throw new Defect(
                    "too-short",
                    String.format(
                            Locale.ROOT,
                            "holds %.1f ms of samples; 50 ms at least are needed for one measurement",
                            seconds * 1e3));
        }
        return Math.round(seconds * 1e9);
    }

    private @Nullable Instant start(IqFacts facts) throws Defect {
        Instant told = facts.start();
        Instant asked = options.start();
        if (told != null && asked != null && !told.equals(asked)) {
            throw new Defect(
                    "contradictory-time",
                    facts.source() + " says " + told + ", --start says " + asked
                            + "; leave out --start or correct the recording");
        }
        return told != null ? told : asked;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
