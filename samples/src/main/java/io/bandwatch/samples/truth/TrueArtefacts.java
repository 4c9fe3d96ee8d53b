package io.bandwatch.samples.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a receiver with faults makes of the carriers of a scene. Of {@code y = x - x|x|^2/p} and carriers of the powers
 * {@code P}, two make a product of {@code P1^2 P2 / p^2}, three one of {@code 4 P1 P2 P3 / p^2}; of unequal branches
 * {@code y = a x + b conj(x)}, each makes an image of {@code P |b/a|^2}. The powers are those of the whole product, whose
 * band may be three times as wide as a carrier's. The receiver's own tones count as artefacts that nothing explains.
 */
final class TrueArtefacts {
    private static final double LEAST_SNR_DB = -6.0;
    /** Products nearer than this look like one. */
    private static final double ONE_HZ = 50_000.0;

    private final Scenario scenario;
    private final WidebandStream floor;
    private final List<Made> made = new ArrayList<>();

    TrueArtefacts(Scenario scenario) {
        this.scenario = scenario;
        this.floor = new WidebandStream(
                scenario.sampleRateHz(),
                scenario.centerHz(),
                scenario.floor(),
                List.of(),
                scenario.seed(),
                scenario.format().roundingNoise());
    }

    private record Made(String kind, double frequencyHz, double power, String parents) {}

    void write(ArrayNode artefacts) {
        if (Double.isFinite(scenario.faults().interceptDbfs())) {
            products();
        }
        images();
        for (ReceiverFaults.Spur spur : scenario.faults().spurs()) {
            add("spur", spur.offsetHz(), Decibels.toPower(spur.levelDbfs()), "");
        }
        for (Made artefact : joined()) {
            double snrDb = Decibels.ofPower(artefact.power) - floor.noiseDbfsIn200Khz(artefact.frequencyHz);
            if (snrDb >= LEAST_SNR_DB && !isHidden(artefact)) {
                ObjectNode node = artefacts.addObject();
                node.put("kind", artefact.kind);
                node.put("frequency_hz", artefact.frequencyHz);
                node.put("snr_db", snrDb);
                node.put("of", artefact.parents);
                node.put("verdict", artefact.kind.equals("spur") ? "undetermined" : "artefact");
                if (artefact.kind.equals("spur")) {
                    node.putArray("accepted").add("artefact");
                }
            }
        }
    }

    private void products() {
        double curvature = 1.0 / Decibels.toPower(scenario.faults().interceptDbfs());
        List<ScenarioCarrier> carriers = scenario.carriers();
        for (int i = 0; i < carriers.size(); i++) {
            for (int j = i; j < carriers.size(); j++) {
                for (int k = 0; k < carriers.size(); k++) {
                    if (k != i && k != j && together(carriers.get(i), carriers.get(j), carriers.get(k))) {
                        double both = power(carriers.get(i)) * power(carriers.get(j)) * power(carriers.get(k));
                        add(
                                "third-order",
                                offset(carriers.get(i)) + offset(carriers.get(j)) - offset(carriers.get(k)),
                                (i == j ? 1.0 : 4.0) * curvature * curvature * both,
                                carriers.get(i).id() + "+" + carriers.get(j).id() + "-"
                                        + carriers.get(k).id());
                    }
                }
            }
        }
    }

    private void images() {
        double angle = Math.toRadians(scenario.faults().imbalanceDeg());
        double gain = Decibels.toAmplitude(scenario.faults().imbalanceDb());
        double crossed = gain * StrictMath.sin(angle);
        double own = gain * StrictMath.cos(angle);
        double rejection = ((1 - own) * (1 - own) + crossed * crossed) / ((1 + own) * (1 + own) + crossed * crossed);
        if (rejection > 0) {
            scenario.carriers()
                    .forEach(carrier -> add("image", -offset(carrier), rejection * power(carrier), carrier.id()));
        }
    }

    private void add(String kind, double offsetHz, double power, String parents) {
        if (Math.abs(offsetHz) < 0.5 * scenario.sampleRateHz()) {
            made.add(new Made(kind, scenario.centerHz() + offsetHz, power, parents));
        }
    }

    /** Those that fall together as one, at the place and with the name of the strongest. */
    private List<Made> joined() {
        List<Made> joined = new ArrayList<>();
        made.sort(Comparator.comparingDouble(Made::power).reversed());
        for (Made one : made) {
            int with = 0;
            while (with < joined.size() && Math.abs(joined.get(with).frequencyHz - one.frequencyHz) > ONE_HZ) {
                with++;
            }
            if (with == joined.size()) {
                joined.add(one);
            } else {
                Made strongest = joined.get(with);
                joined.set(
                        with,
                        new Made(
                                strongest.kind, strongest.frequencyHz, strongest.power + one.power, strongest.parents));
            }
        }
        joined.sort(Comparator.comparingDouble(Made::frequencyHz));
        return joined;
    }

    /** Under a carrier that is stronger. */
    private boolean isHidden(Made artefact) {
        return scenario.carriers().stream()
                .anyMatch(carrier -> Math.abs(carrier.frequencyHz() - artefact.frequencyHz) <= ONE_HZ
                        && power(carrier) >= artefact.power);
    }

    private double offset(ScenarioCarrier carrier) {
        return carrier.frequencyHz() - scenario.centerHz();
    }

    private double power(ScenarioCarrier carrier) {
        return Decibels.toPower(floor.noiseDbfsIn200Khz(carrier.frequencyHz()) + carrier.cnDb());
    }

    private boolean together(ScenarioCarrier one, ScenarioCarrier two, ScenarioCarrier three) {
        return one.onAir().stream().anyMatch(a -> two.onAir().stream().anyMatch(b -> three.onAir().stream()
                .anyMatch(c -> Math.max(a.fromS(), Math.max(b.fromS(), c.fromS()))
                        < Math.min(a.toS(), Math.min(b.toS(), c.toS())))));
    }
}
