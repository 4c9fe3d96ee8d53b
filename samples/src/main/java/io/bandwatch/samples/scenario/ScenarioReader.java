package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one scenario file. */
final class ScenarioReader {
    private final Path file;

    ScenarioReader(Path file) {
        this.file = file;
    }

    Scenario read() {
        Section root = Section.of(file);
        String name = root.text("name", stem());
        if (!name.matches("[A-Za-z0-9_.]+(-[A-Za-z0-9_.]+)*")) {
            throw root.problem("name", "'" + name + "' must be letters, digits, '_', '.' and single '-'");
        }
        double centerHz = root.quantity("centre", Quantity.FREQUENCY);
        double rateHz = root.quantity("rate", Quantity.SAMPLE_RATE);
        double durationS = root.quantity("duration", Quantity.DURATION);
        if (rateHz < 240e3 || rateHz > 25e6) {
            throw root.problem("rate", "must be 240 kS/s to 25 MS/s");
        }
        if (!(durationS > 0)) {
            throw root.problem("duration", "must be above 0 s");
        }
        Section noise = root.section("noise");
        Scenario scenario = new Scenario(
                name,
                root.wholeNumber("seed", 1),
                centerHz,
                rateHz,
                durationS,
                root.choice("format", IqFormat.class, IqFormat.CU8),
                root.choice("container", Container.class, Container.RAW),
                start(root),
                floor(noise),
                new ReceiverReader(centerHz).read(noise, root),
                carriers(root, centerHz, rateHz, durationS),
                maintenance(root));
        noise.end();
        root.end();
        check(root, scenario);
        checkVictims(root, scenario);
        return scenario;
    }

    private String stem() {
        Path last = file.getFileName();
        return last == null ? "scenario" : last.toString().replaceFirst("\\.ya?ml$", "");
    }

    private static @Nullable Instant start(Section root) {
        return root.has("start") ? root.parsed("start", Instant::parse) : null;
    }

    private static FloorShape floor(Section noise) {
        boolean perHz = noise.has("density");
        if (perHz == noise.has("level")) {
            throw noise.problem("level", "give either level (in 200 kHz) or density (per Hz)");
        }
        double slopeDb = noise.quantity("slope", Quantity.RATIO_DB, 0.0);
        FloorShape floor = perHz
                ? new FloorShape(noise.quantityPer("density", Quantity.LEVEL_DBFS, "/Hz", 0.0), slopeDb, 0.0, 1e6)
                : FloorShape.flat(noise.quantity("level", Quantity.LEVEL_DBFS)).withSlope(slopeDb);
        if (!noise.has("ripple")) {
            return floor;
        }
        Section ripple = noise.section("ripple");
        double depthDb = ripple.quantity("depth", Quantity.RATIO_DB);
        double periodHz = ripple.quantity("period", Quantity.FREQUENCY);
        ripple.end();
        return noise.checked("ripple", () -> floor.withRipple(depthDb, periodHz));
    }

    private List<ScenarioCarrier> carriers(Section root, double centerHz, double rateHz, double durationS) {
        List<ScenarioCarrier> carriers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : root.sections("carriers")) {
            ScenarioCarrier carrier = new CarrierReader(file, durationS).read(section);
            if (!ids.add(carrier.id())) {
                throw section.problem("id", "'" + carrier.id() + "' stands twice; give each carrier its own");
            }
            if (Math.abs(carrier.frequencyHz() - centerHz) > 0.5 * rateHz) {
                throw section.problem(
                        "frequency",
                        "lies outside the band of the recording, " + (centerHz - 0.5 * rateHz) / 1e6 + " to "
                                + (centerHz + 0.5 * rateHz) / 1e6 + " MHz");
            }
            carriers.add(carrier);
        }
        return carriers;
    }

    private static List<MaintenanceWindow> maintenance(Section root) {
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (Section section : root.sections("maintenance")) {
            windows.add(new MaintenanceWindow(
                    section.text("station"),
                    section.quantity("from", Quantity.DURATION),
                    section.quantity("to", Quantity.DURATION),
                    section.text("approval", ""),
                    section.text("reason", "")));
            section.end();
        }
        return windows;
    }

    private static void check(Section root, Scenario scenario) {
        if (scenario.container() == Container.WAV
                && (scenario.format() == IqFormat.CU8 || scenario.format() == IqFormat.CS8)) {
            throw root.problem(
                    "container",
                    "wav holds cs16 or cf32, not " + scenario.format().code());
        }
        for (MaintenanceWindow window : scenario.maintenance()) {
            if (scenario.carriers().stream().noneMatch(carrier -> carrier.id().equals(window.station()))) {
                throw root.problem("maintenance", "names no carrier: '" + window.station() + "'");
            }
            if (scenario.start() == null) {
                throw root.problem("maintenance", "needs a start, because its rows are written with dates");
            }
            if (!(window.fromS() < window.toS())) {
                throw root.problem("maintenance", "must have from before to");
            }
        }
    }

    private static void checkVictims(Section root, Scenario scenario) {
        for (ScenarioCarrier carrier : scenario.carriers()) {
            String victim = carrier.overrides();
            if (victim != null
                    && scenario.carriers().stream()
                            .map(ScenarioCarrier::id)
                            .noneMatch(other -> other.equals(victim) && !other.equals(carrier.id()))) {
                throw root.problem("carriers", "'" + carrier.id() + "' overrides no other carrier: '" + victim + "'");
            }
        }
    }
}
