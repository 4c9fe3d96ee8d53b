package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Presence;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.detectors.reception.DeviationHistogram;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.detectors.reception.ModulationKind;
import io.bandwatch.detectors.sound.SoundFigures;
import io.bandwatch.detectors.ts.assessment.ServiceRecord;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.receiver.ReceiverState;
import io.bandwatch.signal.ts.TsObservation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * The lines of a result. Frequencies are rounded to 1 Hz, levels to 0.1 dB, shares to 4 decimals and confidence to 2:
 * finer digits would be noise. Not thread-safe.
 */
public final class ResultJson {
    private static final int WHOLE = 0;
    private static final int TENTHS = 1;
    private static final int SHARE = 4;
    private static final int SIX = 6;
    private static final int CONFIDENCE = 2;

    private final JsonLine line = new JsonLine();
    private final Messages english = Messages.english();

    public byte[] line(CarrierRecord carrier) throws IOException {
        return line.of(json -> {
            json.writeStringField("type", "carrier");
            if (carrier.interval()) {
                json.writeBooleanField("interval", true);
            }
            json.writeStringField("feed", carrier.feed());
            JsonLine.time(json, "time", carrier.time());
            JsonLine.seconds(json, "duration_s", carrier.durationNs());
            json.writeNumberField("channel_hz", carrier.channelHz());
            if (carrier.slot() > 0) {
                json.writeNumberField("slot", carrier.slot());
            }
            JsonLine.number(json, "frequency_hz", carrier.frequencyHz(), WHOLE);
            JsonLine.number(json, "level_dbfs", carrier.levelDbfs(), TENTHS);
            JsonLine.number(json, "snr_db", carrier.snrDb(), TENTHS);
            JsonLine.number(json, "occupied_bandwidth_hz", carrier.occupiedBandwidthHz(), WHOLE);
            JsonLine.number(json, "presence", carrier.presence(), SHARE);
            json.writeStringField("verdict", carrier.verdict().code());
            JsonLine.number(json, "confidence", carrier.confidence(), CONFIDENCE);
            reasons(json, carrier.reasons());
            if (carrier.station() != null) {
                json.writeStringField("station", carrier.station());
            }
            ModulationKind kind = carrier.kinds().prevailing();
            if (kind != null) {
                json.writeStringField("modulation", kind.code());
            }
            // deviation, pilot and sound of many carriers side by side are a discriminator's fancy
            if (kind != ModulationKind.OFDM) {
                modulation(json, carrier.modulation());
                if (!carrier.interval()) {
                    deviations(json, carrier.modulation());
                }
            }
            if (carrier.onAir() != null) {
                OnAirJson.write(json, carrier.onAir(), english);
            }
        });
    }

    public byte[] line(AuthorisedInsertion insertion) throws IOException {
        return line.of(json -> InsertionJson.write(json, insertion));
    }

    public byte[] line(RepetitionRecord repetition) throws IOException {
        return line.of(json -> RepetitionJson.write(json, repetition));
    }

    private static void modulation(JsonGenerator json, Modulation modulation) throws IOException {
        if (!modulation.received()) {
            return;
        }
        json.writeStringField("channel_filter", modulation.narrow() ? "narrow" : "wide");
        JsonLine.number(json, "peak_deviation_hz", modulation.peakDeviationHz(), WHOLE);
        JsonLine.number(json, "rms_deviation_hz", modulation.rmsDeviationHz(), WHOLE);
        if (!Double.isNaN(modulation.mpxPowerDbr())) {
            JsonLine.number(json, "mpx_power_dbr", modulation.mpxPowerDbr(), TENTHS);
            JsonLine.number(json, "mpx_window_s", modulation.mpxWindowS(), TENTHS);
        }
        json.writeBooleanField("pilot", modulation.pilot());
        if (modulation.pilot()) {
            JsonLine.number(json, "pilot_deviation_hz", modulation.pilotDeviationHz(), WHOLE);
        }
        json.writeBooleanField("stereo", modulation.stereo());
        if (modulation.rds() != null) {
            RdsJson.write(json, modulation.rds());
        }
        JsonLine.number(json, "rds_block_error_rate", modulation.blockErrorRate(), SHARE);
        sound(json, modulation.sound());
    }

    /** What peak and RMS deviation are of, as ITU-R SM.1268 wants it told with them. */
    private static void deviations(JsonGenerator json, Modulation modulation) throws IOException {
        DeviationHistogram deviations = modulation.deviations();
        if (Double.isNaN(modulation.peakDeviationHz()) || deviations.first() >= deviations.end()) {
            return;
        }
        JsonLine.number(json, "deviation_window_s", modulation.deviationWindowS(), TENTHS);
        json.writeObjectFieldStart("deviation_histogram");
        JsonLine.number(json, "from_hz", deviations.offsetHz(deviations.first()), WHOLE);
        json.writeNumberField("step_hz", DeviationHistogram.stepHz());
        json.writeFieldName("samples");
        json.writeArray(deviations.counts(), deviations.first(), deviations.end() - deviations.first());
        json.writeEndObject();
    }

    static void sound(JsonGenerator json, SoundFigures sound) throws IOException {
        JsonLine.number(json, "audio_level_dbfs", sound.levelDbfs(), TENTHS);
        JsonLine.number(json, "loudness_lufs", sound.loudnessLufs(), TENTHS);
        JsonLine.number(json, "loudness_momentary_max_lufs", sound.momentaryMaxLufs(), TENTHS);
        JsonLine.number(json, "loudness_short_term_max_lufs", sound.shortTermMaxLufs(), TENTHS);
        JsonLine.number(json, "loudness_range_lu", sound.loudnessRangeLu(), TENTHS);
        JsonLine.number(json, "true_peak_dbfs", sound.truePeakDbfs(), TENTHS);
        JsonLine.number(json, "stereo_correlation", sound.correlation(), CONFIDENCE);
        JsonLine.number(json, "silence_share", sound.silenceShare(), SHARE);
    }

    public byte[] line(StreamRecord record, TsObservation stream) throws IOException {
        return line.of(json -> StreamJson.write(json, record, stream));
    }

    public byte[] line(String feed, ServiceRecord record) throws IOException {
        return line.of(json -> {
            StreamJson.write(json, feed, record.service());
            verdict(json, record);
        });
    }

    /** The line of a stream in an interval, and one each of its services. */
    public byte[] lines(StreamReport report) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(line.of(json -> StreamJson.write(json, report)));
        for (StreamReport.Service told : report.services()) {
            lines.writeBytes(line.of(json -> {
                StreamJson.write(json, report, told);
                verdict(json, told.record());
            }));
        }
        return lines.toByteArray();
    }

    private void verdict(JsonGenerator json, ServiceRecord record) throws IOException {
        json.writeStringField("verdict", record.verdict().code());
        reasons(json, record.reasons());
    }

    public byte[] line(ProgrammeRecord record) throws IOException {
        return line.of(json -> ProgrammeJson.write(json, record));
    }

    public byte[] line(SpliceRecord record) throws IOException {
        return line.of(json -> StreamJson.write(json, record));
    }

    public byte[] line(Incident incident) throws IOException {
        return line.of(json -> {
            json.writeStringField("type", "incident");
            json.writeStringField("id", incident.id());
            json.writeStringField("kind", incident.kind().code());
            subject(json, incident.subject());
            json.writeStringField("severity", incident.severity().code());
            json.writeStringField("state", incident.phase() == IncidentPhase.CLOSED ? "closed" : "open");
            JsonLine.time(json, "opened", incident.opened());
            JsonLine.time(json, "raised", incident.raised());
            if (incident.closed() != null) {
                JsonLine.time(json, "closed", incident.closed());
            }
            presences(json, incident);
            // a limit may be a hundredth of a percent, a correlation is below 1
            int decimals = incident.unit().equals("%") || incident.unit().equals("correlation") ? 3 : TENTHS;
            JsonLine.number(json, "measured", incident.measured(), decimals);
            JsonLine.number(json, "threshold", incident.threshold(), decimals);
            json.writeStringField("unit", incident.unit());
            reasons(json, incident.reasons());
        });
    }

    public byte[] line(ReceiverRecord record) throws IOException {
        return line.of(json -> {
            ReceiverState state = record.state();
            json.writeStringField("type", "receiver");
            json.writeStringField("feed", record.feed());
            JsonLine.time(json, "time", record.time());
            JsonLine.seconds(json, "duration_s", record.durationNs());
            JsonLine.seconds(json, "unheard_s", record.unheardNs());
            json.writeNumberField("openings", state.openings());
            json.writeNumberField("received_samples", state.receivedSamples());
            json.writeNumberField("measured_samples", state.measuredSamples());
            json.writeNumberField("settling_samples", state.settlingSamples());
            json.writeNumberField("dropped_samples", state.droppedSamples());
            json.writeNumberField("unmeasured_samples", state.unmeasuredSamples());
            json.writeNumberField("pending_samples", state.pendingSamples());
            JsonLine.number(json, "drift_ppm", state.driftPpm(), TENTHS);
            JsonLine.number(json, "stuck_share", state.stuckShare(), SHARE);
            JsonLine.number(json, "clipped_share", record.clippedShare(), SIX);
            if (state.isRound()) {
                json.writeNumberField("visits", state.visits());
                JsonLine.seconds(json, "revisit_s", record.lookNs());
            }
        });
    }

    private static void subject(JsonGenerator json, Subject subject) throws IOException {
        json.writeObjectFieldStart("subject");
        JsonLine.subject(json, subject);
        json.writeEndObject();
    }

    private static void presences(JsonGenerator json, Incident incident) throws IOException {
        json.writeArrayFieldStart("presences");
        for (Presence presence : incident.presences()) {
            json.writeStartObject();
            JsonLine.time(json, "from", presence.from());
            if (presence.to() != null) {
                JsonLine.time(json, "to", presence.to());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void reasons(JsonGenerator json, Reason[] reasons) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("code", reason.code().code());
            json.writeStringField("text", english.of(reason));
            json.writeStringField("weight", reason.weight().name().toLowerCase(Locale.ROOT));
            if (reason.arguments().length > 0) {
                json.writeFieldName("arguments");
                json.writeArray(reason.arguments(), 0, reason.arguments().length);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
