package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.Calibration;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.tuning.DirectSampling;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.FrequencyRange;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads receivers of samples and probes of transport streams. */
final class FeedReader {
    /** Of what is found in a round nothing is told before its end, and no other feed's time goes on beyond it. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private static final double MOST_DE_EMPHASIS_S = 100e-6;
    private static final double USUAL_OVERLAP_HZ = 100e3;

    private final Path folder;

    /** @param folder that paths are relative to */
    FeedReader(Path folder) {
        this.folder = folder;
    }

    FeedConfig probe(Section keys) {
        String address = address(keys);
        LiveFeedSpec spec = keys.checked("address", () -> new LiveFeedSpec(keys.text("name"), address));
        ServiceChoice decoded = keys.has("decode") ? keys.parsed("decode", ServiceChoice::parse) : ServiceChoice.NONE;
        if (keys.has("pictures") && !decoded.any()) {
            throw keys.problem("pictures", "says how services are decoded; name them with 'decode'");
        }
        DecodingDepth depth = keys.has("pictures") ? keys.parsed("pictures", FeedReader::depth) : DecodingDepth.WHOLE;
        String referenceOf = keys.has("reference-of") ? keys.text("reference-of") : null;
        if (referenceOf != null && (decoded.all() || decoded.numbers().size() != 1)) {
            throw keys.problem("reference-of", "is told of one service; name it with 'decode', by its number");
        }
        keys.end();
        return new FeedConfig(spec.decoding(decoded.withDepth(depth)), referenceOf, null);
    }

    /** Of key pictures the sound is decoded whole, since peers and clips may be sought in it. */
    private static DecodingDepth depth(String pictures) {
        return switch (pictures) {
            case "all" -> DecodingDepth.WHOLE;
            case "key" -> DecodingDepth.KEY_PICTURES;
            default -> throw new IllegalArgumentException("'" + pictures + "' is not known; use all or key");
        };
    }

    private String address(Section keys) {
        return keys.parsed("address", text -> FeedAddress.beside(folder, text));
    }

    FeedConfig receiver(Section keys) {
        String name = keys.text("name");
        String address = address(keys);
        boolean tuned = FeedAddress.parse(address).isTuned();
        SampleFormat format = keys.choice("sample-format", SampleFormat.class, tuned ? SampleFormat.CU8 : null);
        double rateHz = keys.quantity("rate", Quantity.SAMPLE_RATE);
        HopPlan plan = plan(keys, rateHz);
        FrontEnd front = frontEnd(keys, tuned);
        double deEmphasisS = keys.quantity("de-emphasis", Quantity.DURATION, BandSettings.DE_EMPHASIS_S);
        if (!(deEmphasisS > 0 && deEmphasisS <= MOST_DE_EMPHASIS_S)) {
            throw keys.problem(
                    "de-emphasis", "must be above 0, up to 100 us; it is 50 us, in the Americas and Korea 75 us");
        }
        Calibration calibration = keys.has("calibration") ? calibration(keys.section("calibration")) : null;
        if (calibration != null && tuned && (front.gainDb() == null || front.agc())) {
            throw keys.problem(
                    "calibration",
                    "levels are known at one gain only, and this receiver changes its own; set 'gain' and leave 'agc' out, or leave 'calibration' out");
        }
        LiveFeedSpec spec = keys.checked(
                "rate",
                () -> new LiveFeedSpec(name, address, new ReceiverSettings(format, rateHz, plan, front, deEmphasisS)));
        keys.end();
        return new FeedConfig(spec, null, calibration);
    }

    private static HopPlan plan(Section keys, double rateHz) {
        if (keys.has("hop") == keys.has("center")) {
            throw keys.problem(
                    keys.has("hop") ? "hop" : "rate",
                    "a receiver needs either 'center', where it stays, or 'hop', the band that it goes through");
        }
        if (keys.has("center")) {
            return HopPlan.staying(Math.round(keys.quantity("center", Quantity.FREQUENCY)));
        }
        Section hop = keys.section("hop");
        FrequencyRange whole = FrequencyRange.FM_BAND;
        double lowHz = hop.quantity("from", Quantity.FREQUENCY, whole.lowHz());
        double highHz = hop.quantity("to", Quantity.FREQUENCY, whole.highHz());
        double overlapHz = hop.quantity("overlap", Quantity.FREQUENCY, USUAL_OVERLAP_HZ);
        if (!(overlapHz >= 0)) {
            throw hop.problem("overlap", "must not be below 0 Hz: what lies between two visits would never be heard");
        }
        List<Long> priorityHz = new ArrayList<>();
        for (String text : hop.texts("priority")) {
            priorityHz.add(hop.checked("priority", () -> Math.round(Quantity.FREQUENCY.parse(text))));
        }
        HopPlan plan = keys.checked(
                "hop",
                () -> HopPlan.over(
                        new FrequencyRange(lowHz, highHz),
                        BandSettings.USABLE_SHARE * rateHz,
                        overlapHz,
                        priorityHz,
                        DetectorConfig.duration(hop, "dwell", HopPlan.USUAL_DWELL),
                        DetectorConfig.duration(hop, "settle", HopPlan.USUAL_SETTLE)));
        if (plan.round().compareTo(LONGEST_ROUND) > 0) {
            throw keys.problem(
                    "hop",
                    "a round of " + plan.centersHz().size() + " visits takes "
                            + plan.round().toSeconds()
                            + " s, in which nothing is told; at most " + LONGEST_ROUND.toSeconds()
                            + " s: give a shorter dwell, a higher rate or a smaller band");
        }
        hop.end();
        return plan;
    }

    private static FrontEnd frontEnd(Section keys, boolean tuned) {
        for (String key : List.of("gain", "agc", "ppm", "direct-sampling", "offset-tuning", "bias-tee")) {
            if (!tuned && keys.has(key)) {
                throw keys.problem(key, "only rtl_tcp:// can be set from here; set it in the command of the receiver");
            }
        }
        FrontEnd usual = FrontEnd.USUAL;
        int ppm = keys.wholeNumber("ppm", -FrontEnd.MOST_PPM, FrontEnd.MOST_PPM, usual.ppm());
        return keys.checked(
                "gain",
                () -> new FrontEnd(
                        gain(keys),
                        keys.flag("agc", usual.agc()),
                        ppm,
                        keys.choice("direct-sampling", DirectSampling.class, usual.directSampling()),
                        keys.flag("offset-tuning", usual.offsetTuning()),
                        keys.flag("bias-tee", usual.biasTee())));
    }

    /** Null for the tuner's own control. */
    private static @Nullable Double gain(Section keys) {
        boolean own = !keys.has("gain") || keys.text("gain").equals("auto");
        return own ? null : keys.quantity("gain", Quantity.RATIO_DB);
    }

    private static Calibration calibration(Section keys) {
        Calibration read = keys.checked(
                "uncertainty",
                () -> new Calibration(
                        keys.quantityPer("full-scale", Quantity.RATIO_DB, "uV"),
                        keys.quantityPer("antenna-factor", Quantity.RATIO_DB, "/m"),
                        keys.quantity("gain", Quantity.RATIO_DB, 0),
                        keys.quantity("cable", Quantity.RATIO_DB, 0),
                        keys.quantity("uncertainty", Quantity.RATIO_DB)));
        keys.end();
        return read;
    }
}
