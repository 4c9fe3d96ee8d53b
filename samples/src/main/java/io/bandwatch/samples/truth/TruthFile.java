package io.bandwatch.samples.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.Locale;

/** What is in a recording, for the scorer. Times are seconds from the first sample of the recording. */
public final class TruthFile {
    /** Below this level a carrier need not be found, and none may be invented. */
    static final double EXPECT_NONE_BELOW_DB = -3.0;

    private final Scenario scenario;
    private final String recordingName;
    private final RecordingTime time;
    private final Opening opening;
    private final TrueVerdicts verdicts;

    /** The truth of a scenario that is rendered to a recording of this name. */
    public TruthFile(Scenario scenario, String recordingName) {
        this.scenario = scenario;
        this.recordingName = recordingName;
        this.time = new RecordingTime(scenario);
        this.opening = new Opening(scenario);
        this.verdicts = new TrueVerdicts(scenario, time, opening);
    }

    /** The file, one JSON object. */
    public String json() throws JsonProcessingException {
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
        }
        new TrueIncidents(scenario, time, verdicts, opening, incidents).write();
        new TrueArtefacts(scenario).write(root.putArray("artefacts"));
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
        station.put("verdict", verdicts.of(carrier));
        if (verdicts.isCovered(carrier)) {
            station.put("covered", true);
        }
        if (carrier.overrides() != null) {
            station.put("station", carrier.overrides());
        }
        station.put("frequency_hz", time.meanFrequencyHz(carrier));
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

    private static String kind(ScenarioCarrier carrier) {
        if (carrier.output().isDigital()) {
            return "digital";
        }
        return carrier.unmodulated() ? "unmodulated" : carrier.multiplex().stereo() ? "stereo" : "mono";
    }
}
