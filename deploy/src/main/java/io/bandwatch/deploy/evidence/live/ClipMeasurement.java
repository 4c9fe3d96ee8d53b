package io.bandwatch.deploy.evidence.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.detectors.rf.survey.SpectrumSurvey;
import io.bandwatch.detectors.rf.survey.SurveyState;
import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a clip, by the analyser that measured the band live: its spectrum, and the carrier of the incident look by look. Who
 * has the samples and this program measures the same.
 *
 * @param spectrum the band, or null where no frame of the clip was long enough
 * @param looks one each, in order
 */
record ClipMeasurement(@Nullable SpectrumSummary spectrum, List<Look> looks) {
    /** A carrier farther off the channel is another's, Hz. */
    private static final double NEAR_HZ = 100e3;

    private static final InputAccount UNCOUNTED = new InputAccount(0, 0, 0, 0, 0, 0);

    /**
     * A look at the channel.
     *
     * @param time its begin
     * @param carrier what is nearest to the channel, or null where nothing is
     */
    record Look(Instant time, @Nullable CarrierMeasurement carrier) {}

    /** @param channelHz channel of the incident, Hz; 0 where it is about none */
    static ClipMeasurement of(Frames frames, BandSettings settings, long channelHz) throws IOException {
        BandAnalyser analyser = new BandAnalyser(settings);
        SpectrumSurvey survey = new SpectrumSurvey();
        SurveyState[] surveyed = {survey.initial()};
        List<Look> looks = new ArrayList<>();
        frames.goThrough((from, to, re, im, lead, count) -> {
            BandMeasurement band = analyser.analyse(re, im, lead, count);
            long lengthNs = Duration.between(from, to).toNanos();
            RfFrame frame = new RfFrame("", FrameKind.MEASURED, from, lengthNs, true, band, UNCOUNTED);
            surveyed[0] = survey.onObservation(surveyed[0], frame).next();
            looks.add(new Look(from, nearest(band, channelHz)));
        });
        RfFrame end = new RfFrame("", FrameKind.ENDED, frames.end(), 0, true, null, UNCOUNTED);
        List<SpectrumSummary> told = survey.onObservation(surveyed[0], end).findings();
        return new ClipMeasurement(told.isEmpty() ? null : told.get(0), looks);
    }

    private static @Nullable CarrierMeasurement nearest(BandMeasurement band, long channelHz) {
        return Arrays.stream(band.carriers())
                .filter(carrier -> Math.abs(carrier.frequencyHz() - channelHz) <= NEAR_HZ)
                .min(Comparator.comparingDouble(carrier -> Math.abs(carrier.frequencyHz() - channelHz)))
                .orElse(null);
    }

    /** Mean frequency of the carrier, Hz; empty where it was never there. */
    OptionalDouble frequencyHz() {
        return carriers().stream().mapToDouble(CarrierMeasurement::frequencyHz).average();
    }

    private List<CarrierMeasurement> carriers() {
        return looks.stream().map(Look::carrier).filter(Objects::nonNull).toList();
    }

    /** What is measured of the carrier: means over the looks that it was there in, then each look. */
    void write(ObjectNode json) {
        List<CarrierMeasurement> there = carriers();
        if (!there.isEmpty()) {
            ObjectNode mean = json.putObject("carrier");
            put(mean, "frequency_hz", frequencyHz().orElse(Double.NaN), 0);
            put(mean, "level_dbfs", mean(there, CarrierMeasurement::levelDbfs), 1);
            put(mean, "snr_db", mean(there, CarrierMeasurement::snrDb), 1);
            put(mean, "occupied_bandwidth_hz", mean(there, CarrierMeasurement::occupiedBandwidthHz), 0);
            put(mean, "presence", (double) there.size() / looks.size(), 4);
        }
        ArrayNode listed = json.putArray("looks");
        for (Look look : looks) {
            ObjectNode line = listed.addObject().put("time", look.time().toString());
            CarrierMeasurement carrier = look.carrier();
            if (carrier != null) {
                put(line, "frequency_hz", carrier.frequencyHz(), 0);
                put(line, "level_dbfs", carrier.levelDbfs(), 1);
                put(line, "snr_db", carrier.snrDb(), 1);
                put(line, "occupied_bandwidth_hz", carrier.occupiedBandwidthHz(), 0);
                reception(line, carrier.reception());
            }
        }
    }

    private static void reception(ObjectNode line, @Nullable FmReception reception) {
        if (reception != null) {
            double meanSquare = reception.multiplexMeanSquareHz2() - reception.noiseMeanSquareHz2();
            put(line, "rms_deviation_hz", Math.sqrt(Math.max(0, meanSquare)), 0);
            put(line, "pilot_deviation_hz", reception.pilotDeviationHz(), 0);
            put(line, "pilot_snr_db", reception.pilotSnrDb(), 1);
        }
    }

    /** A value of a carrier. */
    private interface Value {
        double of(CarrierMeasurement carrier);
    }

    private static double mean(List<CarrierMeasurement> carriers, Value value) {
        return carriers.stream()
                .mapToDouble(value::of)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** What is not known is absent. */
    private static void put(ObjectNode json, String field, double value, int decimals) {
        if (Double.isFinite(value)) {
            json.put(field, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }
}
