package io.bandwatch.samples.truth;

import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.ArrayList;
import java.util.List;

/** Time on the air as time in the recording: what the receiver lost is not in it. */
final class RecordingTime {
    private final Scenario scenario;
    private final double endS;

    RecordingTime(Scenario scenario) {
        this.scenario = scenario;
        this.endS = scenario.samples() / scenario.sampleRateHz();
    }

    /** Length of the recording, s. */
    double endS() {
        return endS;
    }

    /** Where a moment on the air stands in the recording, s. */
    double of(double airS) {
        double lostS = 0.0;
        for (ReceiverFaults.Drop drop : scenario.faults().drops()) {
            lostS += Math.max(0.0, Math.min(drop.lengthS(), airS - drop.atS()));
        }
        return Math.max(0.0, Math.min(endS, airS - lostS));
    }

    /** The parts of the spans that are in the recording. */
    List<Transmission.Span> within(List<Transmission.Span> spans) {
        List<Transmission.Span> seen = new ArrayList<>();
        for (Transmission.Span span : spans) {
            double fromS = span.fromS() <= 0 ? 0.0 : of(span.fromS());
            double toS = span.toS() >= scenario.durationS() ? endS : of(span.toS());
            if (fromS < toS) {
                seen.add(new Transmission.Span(fromS, toS));
            }
        }
        return seen;
    }

    /** Carrier frequency in the mean over its time on air, Hz. */
    double meanFrequencyHz(ScenarioCarrier carrier) {
        double onAirS = 0.0;
        double moment = 0.0;
        for (Transmission.Span span : within(carrier.onAir())) {
            onAirS += span.toS() - span.fromS();
            moment += (span.toS() - span.fromS()) * (span.fromS() + span.toS()) / 2.0;
        }
        double middleS = onAirS == 0.0 ? 0.0 : moment / onAirS;
        return carrier.frequencyHz() + carrier.driftHzPerS() * middleS;
    }
}
