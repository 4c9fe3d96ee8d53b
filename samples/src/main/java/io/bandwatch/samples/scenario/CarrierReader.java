package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code carriers}. */
final class CarrierReader {
    private static final double PILOT_HZ = 6_750.0;

    private final Path file;
    private final double durationS;

    CarrierReader(Path file, double durationS) {
        this.file = file;
        this.durationS = durationS;
    }

    ScenarioCarrier read(Section section) {
        String id = section.text("id");
        StationClass stationClass = section.choice("class", StationClass.class, null);
        boolean registered = section.flag("registered", stationClass != StationClass.UNLICENSED);
        if (registered && stationClass == StationClass.UNLICENSED) {
            throw section.problem("registered", "cannot be true for the class unlicensed; give it a register class");
        }
        boolean unmodulated = section.flag("unmodulated", false);
        if (unmodulated && section.has("programme")) {
            throw section.problem("programme", "is never heard on an unmodulated carrier; remove one of the two");
        }
        Programme programme = section.has("programme") ? programme(section) : new Programme.Silence();
        ScenarioCarrier carrier = new ScenarioCarrier(
                id,
                section.text("name", id),
                section.quantity("frequency", Quantity.FREQUENCY),
                section.quantity("cn", Quantity.RATIO_DB),
                stationClass,
                registered,
                programme,
                section.quantity("programme-start", Quantity.DURATION, 0.0),
                unmodulated,
                multiplex(section),
                section.quantity("error", Quantity.FREQUENCY, 0.0),
                section.quantityPer("drift", Quantity.FREQUENCY, "/s", 0.0),
                onAir(section),
                paths(section));
        section.end();
        return carrier;
    }

    private Programme programme(Section section) {
        Section programme = section.section("programme");
        Programme read;
        if (programme.has("file")) {
            Path folder = file.toAbsolutePath().getParent();
            Path named = Path.of(programme.text("file"));
            read = new Programme.SoundFile((folder == null ? named : folder.resolve(named)).normalize());
        } else if (programme.has("speech")) {
            read = speech(programme.section("speech"));
        } else if (programme.has("music")) {
            read = music(programme.section("music"));
        } else if (programme.has("tone")) {
            Section tone = programme.section("tone");
            read = new Programme.Tone(
                    tone.quantity("frequency", Quantity.FREQUENCY), tone.quantity("level", Quantity.LEVEL_DBFS));
            tone.end();
        } else if (programme.flag("silence", false)) {
            read = new Programme.Silence();
        } else {
            throw section.problem("programme", "needs one of file, speech, music, tone, silence: true");
        }
        programme.end();
        return read;
    }

    private static Programme speech(Section speech) {
        String text = speech.text("text");
        String language = speech.text("language");
        if (!List.of("zh", "en").contains(language)) {
            throw speech.problem("language", "'" + language + "' is none of zh, en");
        }
        if (text.isBlank()) {
            throw speech.problem("text", "is empty; write what is to be said");
        }
        speech.end();
        return new Programme.Speech(text, language);
    }

    private static Programme music(Section music) {
        String style = music.text("style", "pop");
        if (!List.of("calm", "pop", "dance").contains(style)) {
            throw music.problem("style", "'" + style + "' is none of calm, pop, dance");
        }
        Programme read = new Programme.Music(music.wholeNumber("seed", 1), style);
        music.end();
        return read;
    }

    private static MultiplexSettings multiplex(Section section) {
        boolean stereo = section.flag("stereo", false);
        double deviationHz = section.quantity("deviation", Quantity.FREQUENCY, 75_000.0);
        double pilotHz = section.quantity("pilot", Quantity.FREQUENCY, stereo ? PILOT_HZ : 0.0);
        double preEmphasisS = section.quantity("pre-emphasis", Quantity.DURATION, 50e-6);
        RdsProgramme rds = section.has("rds") ? rds(section, stereo) : null;
        double rdsHz = rds == null ? 0.0 : section.section("rds").quantity("deviation", Quantity.FREQUENCY, 2_000.0);
        return section.checked(
                "deviation", () -> new MultiplexSettings(stereo, deviationHz, pilotHz, rdsHz, preEmphasisS, rds));
    }

    private static @Nullable RdsProgramme rds(Section section, boolean stereo) {
        Section rds = section.section("rds");
        int piCode = rds.parsed("pi", text -> {
            if (!text.matches("[0-9A-Fa-f]{4}")) {
                throw new IllegalArgumentException("'" + text + "' must be four hexadecimal digits, in quotes");
            }
            return Integer.parseInt(text, 16);
        });
        String name = rds.text("ps");
        String text = rds.text("radiotext", "");
        int type = (int) Math.max(-1, Math.min(99, rds.wholeNumber("pty", 0)));
        rds.has("deviation");
        rds.end();
        return rds.checked("ps", () -> new RdsProgramme(piCode, name, text, type, stereo));
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
