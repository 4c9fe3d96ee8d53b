package io.bandwatch.samples.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.scenario.Channels;
import io.bandwatch.samples.scenario.MaintenanceWindow;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.RegisterRow;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.List;
import java.util.function.Predicate;

/**
 * The incidents that a scenario should raise. Those with {@code "required": false} may be there: the condition holds, but
 * nobody is promised that it is told, as of a fault in an unlicensed transmission.
 */
final class TrueIncidents {
    /** An onset so short before the end cannot be reported any more. */
    private static final double HOLD_S = 2.0;

    private static final double DEVIATION_S = 5.0;
    private static final double UNMODULATED_S = 5.0;
    private static final double SILENCE_S = 5.0;
    private static final double MONO_S = 60.0;
    private static final double PHASE_S = 10.0;
    private static final double MPX_S = 60.0;
    private static final double RDS_S = 5.0;

    private final Scenario scenario;
    private final RecordingTime time;
    private final TrueVerdicts verdicts;
    private final Opening opening;
    private final ArrayNode incidents;

    TrueIncidents(Scenario scenario, RecordingTime time, TrueVerdicts verdicts, Opening opening, ArrayNode incidents) {
        this.scenario = scenario;
        this.time = time;
        this.verdicts = verdicts;
        this.opening = opening;
        this.incidents = incidents;
    }

    void write() {
        opening.beginsS().ifPresent(onsetS -> {
            ObjectNode incident = incidents.addObject();
            incident.put("kind", "propagation-event");
            incident.put("station", "opening");
            incident.put("opened_s", time.of(onsetS));
        });
        scenario.carriers().stream()
                .filter(carrier -> carrier.cnDb() >= TruthFile.EXPECT_NONE_BELOW_DB)
                .filter(carrier -> !time.within(carrier.onAir()).isEmpty())
                .forEach(this::write);
    }

    private void write(ScenarioCarrier carrier) {
        RegisterRow row = carrier.row();
        String victim = carrier.overrides();
        if (victim != null) {
            overriding(carrier, victim);
        } else if (row == null) {
            unlicensed(carrier);
        } else if (carrier.stationClass().missed()) {
            lost(carrier);
        }
        if (row != null) {
            ofRow(carrier, row);
        }
        ofOutput(carrier);
    }

    private void unlicensed(ScenarioCarrier carrier) {
        List<Transmission.Span> spans = time.within(carrier.onAir());
        ObjectNode incident =
                incident("unlicensed-carrier", carrier, spans.get(0).fromS());
        ArrayNode presences = incident.putArray("presences");
        for (Transmission.Span span : spans) {
            presences.addObject().put("from_s", span.fromS()).put("to_s", span.toS());
        }
        if (!verdicts.of(carrier).equals("unlicensed")) {
            incident.put("required", false);
        }
    }

    private void overriding(ScenarioCarrier carrier, String victim) {
        Transmission.Span first = time.within(carrier.onAir()).get(0);
        incident("programme-mismatch", carrier, first.fromS()).put("station", victim);
        for (String also : List.of("unlicensed-carrier", "rds-mismatch", "frequency-offset")) {
            incident(also, carrier, first.fromS()).put("required", false);
        }
    }

    private void lost(ScenarioCarrier carrier) {
        List<Transmission.Span> spans = time.within(carrier.onAir());
        for (int i = 0; i < spans.size(); i++) {
            double lostS = spans.get(i).toS();
            double backS = i + 1 < spans.size() ? spans.get(i + 1).fromS() : time.endS();
            if (lostS < time.endS() && !excused(carrier, lostS, backS)) {
                ObjectNode incident = incident("carrier-lost", carrier, lostS);
                if (backS < time.endS()) {
                    incident.put("closed_s", backS);
                }
                incident.put("required", backS - lostS >= HOLD_S && !verdicts.isCovered(carrier));
            }
        }
    }

    private void ofRow(ScenarioCarrier carrier, RegisterRow row) {
        double fromS = time.within(carrier.onAir()).get(0).fromS();
        if (verdicts.isOffFrequency(carrier, row)) {
            incident("frequency-offset", carrier, fromS).put("required", demanded(carrier));
        }
        where(carrier, "rds-mismatch", RDS_S, output -> verdicts.isMisnamed(output, row));
        if (time.endS() >= MPX_S) {
            // how dense a programme is, the scenario does not say
            incident("mpx-power-high", carrier, fromS).put("required", false);
        }
    }

    private void ofOutput(ScenarioCarrier carrier) {
        boolean promised = carrier.row() != null && carrier.row().stereo();
        where(carrier, "over-deviation", DEVIATION_S, TrueVerdicts::isOverDeviated);
        where(carrier, "unmodulated-carrier", UNMODULATED_S, Output::isBare);
        where(carrier, "silence", SILENCE_S, Output::isSilent);
        where(carrier, "mono", MONO_S, output -> promised && isHeard(output) && !output.isStereo());
        where(carrier, "phase-inverted", PHASE_S, TrueIncidents::isInverted);
    }

    private static boolean isHeard(Output output) {
        return !output.isBare() && !output.isSilent();
    }

    private static boolean isInverted(Output output) {
        return isHeard(output) && output.multiplex().stereo() && output.channels() == Channels.INVERTED;
    }

    /** One incident for each stretch on air in which something holds; required where it lasts long enough. */
    private void where(ScenarioCarrier carrier, String kind, double atLeastS, Predicate<Output> holds) {
        for (Outputs.Part stretch : Outputs.where(Outputs.of(carrier, scenario.durationS()), holds)) {
            for (Transmission.Span span : carrier.onAir()) {
                double fromS = time.of(Math.max(stretch.fromS(), span.fromS()));
                double toS = time.of(Math.min(stretch.toS(), span.toS()));
                if (fromS < toS) {
                    ObjectNode incident = incident(kind, carrier, fromS);
                    if (toS < time.endS()) {
                        incident.put("closed_s", toS);
                    }
                    incident.put("required", toS - fromS >= atLeastS && demanded(carrier));
                }
            }
        }
    }

    private boolean demanded(ScenarioCarrier carrier) {
        return carrier.registered() && TrueVerdicts.isJudged(carrier) && !verdicts.isCovered(carrier);
    }

    private ObjectNode incident(String kind, ScenarioCarrier carrier, double openedS) {
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
