package io.bandwatch.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.scenario.MaintenanceWindow;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.List;
import java.util.Locale;

/** What is in a recording, for the scorer. Times are seconds from the first sample of the recording. */
final class TruthFile {
    /** Below this level a carrier need not be found, and none may be invented. */
    private static final double EXPECT_NONE_BELOW_DB = -3.0;

    private final Scenario scenario;
    private final String recordingName;
    private final RecordingTime time;

    TruthFile(Scenario scenario, String recordingName) {
        this.scenario = scenario;
        this.recordingName = recordingName;
        this.time = new RecordingTime(scenario);
    }

    String json() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("scenario", scenario.name());
        root.put("scenario_hash", scenario.hash());
        root.put("recording", recordingName);
        root.put("seed", scenario.seed());
        root.put("center_hz", scenario.centerHz());
        root.put("sample_rate", scenario.sampleRateHz());
        root.put("duration_s", time.endS());
        root.put("format", scenario.format().code());
        if (scenario.start() != null) {
            root.put("start", scenario.start().toString());
        }
        root.put("noise_dbfs_per_hz", scenario.floor().densityDbfsPerHz());
        root.put("expect_no_carrier_below_db", EXPECT_NONE_BELOW_DB);
        ArrayNode stations = root.putArray("stations");
        ArrayNode incidents = root.putArray("incidents");
        for (ScenarioCarrier carrier : scenario.carriers()) {
            station(stations.addObject(), carrier);
            incidents(incidents, carrier);
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void station(ObjectNode station, ScenarioCarrier carrier) {
        station.put("id", carrier.id());
        station.put("kind", kind(carrier));
        RdsProgramme rds = carrier.unmodulated() ? null : carrier.multiplex().rds();
        if (rds != null) {
            station.put("pi_hex", String.format(Locale.ROOT, "%04X", rds.piCode()));
            station.put("ps", rds.programmeService());
            station.put("rt", rds.radioText());
            station.put("pty", rds.programmeType());
        }
        station.put("licensed", carrier.registered());
        station.put("class", carrier.stationClass().code());
        station.put("verdict", verdict(carrier));
        station.put("frequency_hz", meanFrequencyHz(carrier));
        station.put("offset_hz", carrier.frequencyHz() - scenario.centerHz());
        station.put("cn_db_in_200kHz", carrier.cnDb());
        station.put("carrier_error_hz", carrier.errorHz());
        station.put("drift_hz_per_s", carrier.driftHzPerS());
        station.put(
                "deviation_hz",
                carrier.unmodulated() ? 0.0 : carrier.multiplex().deviationHz());
        station.put(
                "pilot_deviation_hz",
                carrier.unmodulated() ? 0.0 : carrier.multiplex().pilotHz());
        ArrayNode onAir = station.putArray("on_air_s");
        for (Transmission.Span span : time.within(carrier.onAir())) {
            onAir.addArray().add(span.fromS()).add(span.toS());
        }
        ArrayNode echoes = station.putArray("echoes");
        for (Transmission.Echo echo : carrier.paths().echoes()) {
            ObjectNode node = echoes.addObject();
            node.put("delay_us", echo.delayS() * 1e6);
            node.put("relative_amplitude", echo.amplitude());
            node.put("doppler_hz", echo.dopplerHz());
        }
    }

    /** Carrier frequency in the mean over its time on air, Hz. */
    private double meanFrequencyHz(ScenarioCarrier carrier) {
        double onAirS = 0.0;
        double moment = 0.0;
        for (Transmission.Span span : time.within(carrier.onAir())) {
            onAirS += span.toS() - span.fromS();
            moment += (span.toS() - span.fromS()) * (span.fromS() + span.toS()) / 2.0;
        }
        double middleS = onAirS == 0.0 ? 0.0 : moment / onAirS;
        return carrier.frequencyHz() + carrier.driftHzPerS() * middleS;
    }

    private static String kind(ScenarioCarrier carrier) {
        return carrier.unmodulated() ? "unmodulated" : carrier.multiplex().stereo() ? "stereo" : "mono";
    }

    private static String verdict(ScenarioCarrier carrier) {
        return carrier.registered() ? carrier.stationClass().verdict() : "unlicensed";
    }

    private void incidents(ArrayNode incidents, ScenarioCarrier carrier) {
        List<Transmission.Span> spans = time.within(carrier.onAir());
        if (spans.isEmpty() || carrier.cnDb() < EXPECT_NONE_BELOW_DB) {
            return;
        }
        if (!carrier.registered()) {
            ObjectNode incident = incident(
                    incidents, "unlicensed-carrier", carrier, spans.get(0).fromS());
            ArrayNode presences = incident.putArray("presences");
            for (Transmission.Span span : spans) {
                presences.addObject().put("from_s", span.fromS()).put("to_s", span.toS());
            }
        } else if (carrier.stationClass().missed()) {
            for (int i = 0; i < spans.size(); i++) {
                double lostS = spans.get(i).toS();
                double backS = i + 1 < spans.size() ? spans.get(i + 1).fromS() : time.endS();
                if (lostS < time.endS() && !excused(carrier, lostS, backS)) {
                    ObjectNode incident = incident(incidents, "carrier-lost", carrier, lostS);
                    if (backS < time.endS()) {
                        incident.put("closed_s", backS);
                    }
                }
            }
        }
    }

    private static ObjectNode incident(ArrayNode incidents, String kind, ScenarioCarrier carrier, double openedS) {
        ObjectNode incident = incidents.addObject();
        incident.put("kind", kind);
        incident.put("station", carrier.id());
        incident.put("frequency_hz", carrier.frequencyHz());
        incident.put("opened_s", openedS);
        return incident;
    }

    private boolean excused(ScenarioCarrier carrier, double lostS, double backS) {
        for (MaintenanceWindow window : scenario.maintenance()) {
            if (window.station().equals(carrier.id())
                    && !window.approval().isEmpty()
                    && time.of(window.fromS()) <= lostS
                    && time.of(window.toS()) >= backS) {
                return true;
            }
        }
        return false;
    }
}
