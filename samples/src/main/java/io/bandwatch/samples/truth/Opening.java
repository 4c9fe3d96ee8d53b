package io.bandwatch.samples.truth;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import io.bandwatch.samples.scenario.StationClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether distant stations come up together: at least five that the register does not know, all within a minute, each after
 * at least five seconds in which it was not there.
 */
final class Opening {
    private static final int FEWEST = 5;
    private static final double WITHIN_S = 60.0;
    private static final double ABSENT_S = 5.0;

    private final List<ScenarioCarrier> members = new ArrayList<>();

    Opening(Scenario scenario) {
        List<ScenarioCarrier> distant = scenario.carriers().stream()
                .filter(carrier -> carrier.stationClass() == StationClass.FOREIGN && !carrier.registered())
                .filter(carrier -> onsetS(carrier) >= ABSENT_S)
                .sorted(Comparator.comparingDouble(Opening::onsetS))
                .toList();
        for (int i = 0; i + FEWEST <= distant.size(); i++) {
            if (onsetS(distant.get(i + FEWEST - 1)) - onsetS(distant.get(i)) <= WITHIN_S) {
                members.addAll(distant.subList(i, distant.size()));
                return;
            }
        }
    }

    private static double onsetS(ScenarioCarrier carrier) {
        List<Transmission.Span> spans = carrier.onAir();
        return spans.isEmpty() ? Double.NEGATIVE_INFINITY : spans.get(0).fromS();
    }

    /** Whether a carrier is one of them. */
    boolean holds(ScenarioCarrier carrier) {
        return members.contains(carrier);
    }

    /** Onset of the first of them, s; absent if there is no opening. */
    OptionalDouble beginsS() {
        return members.stream().mapToDouble(Opening::onsetS).min();
    }
}
