package io.bandwatch.samples.truth;

import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a transmitter sends, part after part. */
final class Outputs {
    private Outputs() {}

    /** One part, seconds from the first sample on the air. */
    record Part(double fromS, double toS, Output output) {}

    static List<Part> of(ScenarioCarrier carrier, double durationS) {
        List<Part> parts = new ArrayList<>();
        double fromS = 0.0;
        Output output = carrier.output();
        for (Output.Change change : carrier.changes()) {
            parts.add(new Part(fromS, change.atS(), output));
            fromS = change.atS();
            output = change.output();
        }
        parts.add(new Part(fromS, durationS, output));
        return parts;
    }

    /** The stretches in which something holds of the output: neighbours joined, the output that of the first. */
    static List<Part> where(List<Part> parts, Predicate<Output> holds) {
        List<Part> stretches = new ArrayList<>();
        for (Part part : parts) {
            if (!holds.test(part.output())) {
                continue;
            }
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).toS() == part.fromS()) {
                Part joined = stretches.get(last);
                stretches.set(last, new Part(joined.fromS(), part.toS(), joined.output()));
            } else {
                stretches.add(part);
            }
        }
        return stretches;
    }
}
