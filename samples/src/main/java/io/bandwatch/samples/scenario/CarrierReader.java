package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads one entry of {@code carriers}. */
final class CarrierReader {
    private final Path file;
    private final double durationS;

    CarrierReader(Path file, double durationS) {
        this.file = file;
        this.durationS = durationS;
    }

    ScenarioCarrier read(Section section) {
        StationClass stationClass = section.choice("class", StationClass.class, null);
        boolean registered = section.flag("registered", stationClass != StationClass.UNLICENSED);
        if (registered && stationClass == StationClass.UNLICENSED) {
            throw section.problem("registered", "cannot be true for the class unlicensed; give it a register class");
        }
        OutputReader outputs = new OutputReader(file, durationS);
        Output output = outputs.first(section);
        double nominalHz = section.quantity("frequency", Quantity.FREQUENCY);
        String id = section.text("id");
        CarrierBuilder carrier = new CarrierBuilder(id, nominalHz, section.quantity("cn", Quantity.RATIO_DB))
                .named(section.text("name", id))
                .of(stationClass)
                .sending(output)
                .offBy(section.quantity("error", Quantity.FREQUENCY, 0.0))
                .drifting(section.quantityPer("drift", Quantity.FREQUENCY, "/s", 0.0))
                .onAir(onAir(section))
                .stepping(levels(section))
                .over(paths(section))
                .overriding(section.has("overrides") ? section.text("overrides") : null);
        outputs.changes(section, output).forEach(change -> carrier.then(change.atS(), change.output()));
        if (!registered) {
            carrier.unregistered();
        } else if (section.has("register")) {
            carrier.registeredAs(row(section.section("register"), RegisterRow.of(nominalHz, output)));
        }
        section.end();
        return carrier.build();
    }

    private static RegisterRow row(Section register, RegisterRow like) {
        RegisterRow row = new RegisterRow(
                register.quantity("frequency", Quantity.FREQUENCY, like.frequencyHz()),
                register.has("power") ? watts(register) : null,
                register.flag("stereo", like.stereo()),
                register.text("pi", like.pi()),
                register.text("ps", like.ps()));
        register.end();
        return row;
    }

    private static double watts(Section register) {
        return register.parsed("power", text -> {
            if (!text.endsWith(" W")) {
                throw new IllegalArgumentException("'" + text + "' has no unit; write it like \"100 W\"");
            }
            return Double.parseDouble(text.substring(0, text.length() - 2));
        });
    }

    private static List<Transmission.LevelStep> levels(Section section) {
        List<Transmission.LevelStep> steps = new ArrayList<>();
        for (Section step : section.sections("levels")) {
            double atS = step.quantity("at", Quantity.DURATION);
            if (!steps.isEmpty() && !(atS > steps.get(steps.size() - 1).atS())) {
                throw step.problem("at", "steps must be in order");
            }
            steps.add(new Transmission.LevelStep(atS, step.quantity("gain", Quantity.RATIO_DB)));
            step.end();
        }
        return steps;
    }

    private List<Transmission.Span> onAir(Section section) {
        if (!section.has("on-air")) {
            return List.of(Transmission.Span.ALWAYS);
        }
        List<Transmission.Span> spans = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Section span : section.sections("on-air")) {
            // before the first sample means: on air when the scene begins
            double fromS = span.quantity("from", Quantity.DURATION, Double.NEGATIVE_INFINITY);
            double toS = span.quantity("to", Quantity.DURATION, Double.POSITIVE_INFINITY);
            if (!(fromS < toS) || !(fromS > last || last == Double.NEGATIVE_INFINITY)) {
                throw span.problem("from", "spans must be in order, each with from before to, and not overlap");
            }
            if (fromS >= durationS) {
                throw span.problem("from", "lies behind the end of the scene");
            }
            last = toS;
            spans.add(new Transmission.Span(fromS, toS));
            span.end();
        }
        return spans;
    }

    private static Transmission.Paths paths(Section section) {
        List<Transmission.Echo> echoes = new ArrayList<>();
        for (Section echo : section.sections("echo")) {
            double delayS = echo.quantity("delay", Quantity.DURATION);
            double amplitude = echo.number("amplitude");
            double dopplerHz = echo.quantity("doppler", Quantity.FREQUENCY, 0.0);
            echoes.add(echo.checked("delay", () -> new Transmission.Echo(delayS, amplitude, dopplerHz)));
            echo.end();
        }
        if (!section.has("fading")) {
            return new Transmission.Paths(echoes, 0.0, 0.0);
        }
        Section fading = section.section("fading");
        double rateHz = fading.quantity("rate", Quantity.FREQUENCY);
        double depthDb = fading.quantity("depth", Quantity.RATIO_DB);
        fading.end();
        return section.checked("fading", () -> new Transmission.Paths(echoes, rateHz, depthDb));
    }
}
