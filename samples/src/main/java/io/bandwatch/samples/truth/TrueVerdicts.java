package io.bandwatch.samples.truth;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.RegisterRow;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import io.bandwatch.samples.scenario.StationClass;
import java.util.List;

/** The verdict that each carrier of a scenario deserves. */
final class TrueVerdicts {
    /** 75 kHz of ITU-R BS.450 and what a measurement may be wrong by. */
    static final double DEVIATION_LIMIT_HZ = 77_000.0;

    private static final double HIGH_POWER_W = 50.0;
    private static final double HIGH_POWER_TOLERANCE_HZ = 2_000.0;
    private static final double LOW_POWER_TOLERANCE_HZ = 3_000.0;
    private static final double LONGEST_RELAY_DELAY_S = 10.0;
    /** A relay that is later is known by its prints: two minutes of both, and some seconds until that is told. */
    private static final double LEAST_OF_A_LATE_RELAY_S = 135.0;
    /** So long a carrier is on air before it is judged. */
    private static final double HOLD_S = 2.0;

    private final Scenario scenario;
    private final RecordingTime time;
    private final Opening opening;

    TrueVerdicts(Scenario scenario, RecordingTime time, Opening opening) {
        this.scenario = scenario;
        this.time = time;
        this.opening = opening;
    }

    String of(ScenarioCarrier carrier) {
        RegisterRow row = carrier.row();
        if (row != null) {
            String byClass = carrier.stationClass().verdict();
            return byClass.equals("licensed") && !withinParameters(carrier, row)
                    ? "licensed-out-of-parameters"
                    : byClass;
        }
        if (carrier.overrides() != null) {
            return "unlicensed";
        }
        if (opening.holds(carrier) || onAirS(carrier) < HOLD_S) {
            return "undetermined";
        }
        return isRelay(carrier) ? "relay-not-registered" : "unlicensed";
    }

    /** Whether another transmitter covers it, so that it need not be found by itself. */
    boolean isCovered(ScenarioCarrier carrier) {
        return scenario.carriers().stream().anyMatch(other -> carrier.id().equals(other.overrides()));
    }

    /** Whether it carries a registered station's programme, at most ten seconds early or late, or in a scene that shows it. */
    boolean isRelay(ScenarioCarrier carrier) {
        return !carrier.registered()
                && carrier.overrides() == null
                && scenario.carriers().stream()
                        .anyMatch(other -> other.registered() && sameProgramme(carrier.output(), other.output()));
    }

    boolean isOffFrequency(ScenarioCarrier carrier, RegisterRow row) {
        boolean strong = row.erpW() != null && row.erpW() > HIGH_POWER_W;
        double toleranceHz = strong ? HIGH_POWER_TOLERANCE_HZ : LOW_POWER_TOLERANCE_HZ;
        return Math.abs(time.meanFrequencyHz(carrier) - row.frequencyHz()) > toleranceHz;
    }

    boolean isMisnamed(Output output, RegisterRow row) {
        RegisterRow sent = RegisterRow.of(row.frequencyHz(), output);
        boolean otherPi =
                !row.pi().isEmpty() && !sent.pi().isEmpty() && !row.pi().equalsIgnoreCase(sent.pi());
        boolean otherName =
                !row.ps().isEmpty() && !sent.ps().isEmpty() && !row.ps().equals(sent.ps());
        return !output.unmodulated() && (otherPi || otherName);
    }

    static boolean isOverDeviated(Output output) {
        boolean beyond = output.overdrive() != null || output.multiplex().deviationHz() > DEVIATION_LIMIT_HZ;
        return beyond && !output.isBare() && !output.isSilent();
    }

    /** Classes whose emission is held to the parameters of its row. */
    static boolean isJudged(ScenarioCarrier carrier) {
        return carrier.stationClass() == StationClass.BROADCAST || carrier.stationClass() == StationClass.RELAY;
    }

    private boolean withinParameters(ScenarioCarrier carrier, RegisterRow row) {
        return !isOffFrequency(carrier, row)
                && Outputs.of(carrier, scenario.durationS()).stream()
                        .map(Outputs.Part::output)
                        .noneMatch(output -> isOverDeviated(output) || isMisnamed(output, row));
    }

    private boolean sameProgramme(Output one, Output other) {
        Programme programme = one.programme();
        boolean telling = programme instanceof Programme.SoundFile
                || programme instanceof Programme.Speech
                || programme instanceof Programme.Music;
        double delayS = Math.abs(one.startS() - other.startS());
        double bothS = scenario.durationS() - delayS;
        return telling
                && !one.unmodulated()
                && !other.unmodulated()
                && programme.equals(other.programme())
                && (delayS <= LONGEST_RELAY_DELAY_S || bothS >= Math.max(delayS, LEAST_OF_A_LATE_RELAY_S));
    }

    private double onAirS(ScenarioCarrier carrier) {
        List<Transmission.Span> spans = time.within(carrier.onAir());
        return spans.stream().mapToDouble(span -> span.toS() - span.fromS()).sum();
    }
}
