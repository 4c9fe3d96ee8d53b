package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a transmitter sends: the keys of a carrier, and of each of its {@code changes}. */
final class OutputReader {
    private static final double PILOT_HZ = 6_750.0;

    private final Path file;
    private final double durationS;

    OutputReader(Path file, double durationS) {
        this.file = file;
        this.durationS = durationS;
    }

    Output first(Section section) {
        return read(section, Output.SILENT);
    }

    /** Each change keeps what it does not name. */
    List<Output.Change> changes(Section section, Output first) {
        List<Output.Change> changes = new ArrayList<>();
        Output last = first;
        double lastS = 0.0;
        for (Section change : section.sections("changes")) {
            double atS = change.quantity("at", Quantity.DURATION);
            if (!(atS > lastS) || !(atS < durationS)) {
                throw change.problem("at", "changes must be in order, after 0 s and before the end of the scene");
            }
            last = read(change, last);
            lastS = atS;
            changes.add(new Output.Change(atS, last));
            change.end();
        }
        return changes;
    }

    private Output read(Section section, Output before) {
        boolean unmodulated = section.flag("unmodulated", !section.has("programme") && before.unmodulated());
        if (unmodulated && section.has("programme")) {
            throw section.problem("programme", "is never heard on an unmodulated carrier; remove one of the two");
        }
        return new Output(
                section.has("programme") ? programme(section) : before.programme(),
                section.quantity("programme-start", Quantity.DURATION, before.startS()),
                section.quantity("gain", Quantity.RATIO_DB, before.gainDb()),
                section.choice("channels", Channels.class, before.channels()),
                unmodulated,
                multiplex(section, before.multiplex()),
                section.has("overdrive") ? overdrive(section.section("overdrive")) : before.overdrive());
    }

    private static Output.Overdrive overdrive(Section overdrive) {
        double limitHz = overdrive.quantity("limit", Quantity.FREQUENCY);
        double flingHz = overdrive.quantity("fling", Quantity.FREQUENCY);
        Output.Overdrive read = overdrive.checked("limit", () -> new Output.Overdrive(limitHz, flingHz));
        overdrive.end();
        return read;
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
        } else if (programme.has("digital")) {
            read = digital(programme.section("digital"));
        } else if (programme.flag("silence", false)) {
            read = new Programme.Silence();
        } else {
            throw section.problem("programme", "needs one of file, speech, music, tone, digital, silence: true");
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

    private static Programme digital(Section digital) {
        Programme read = new Programme.DigitalBlock(digital.wholeNumber("seed", 1));
        digital.end();
        return read;
    }

    private static MultiplexSettings multiplex(Section section, MultiplexSettings before) {
        boolean stereo = section.flag("stereo", before.stereo());
        double usualHz = section.has("stereo") ? (stereo ? PILOT_HZ : 0.0) : before.pilotHz();
        double deviationHz = section.quantity("deviation", Quantity.FREQUENCY, before.deviationHz());
        double pilotHz = section.quantity("pilot", Quantity.FREQUENCY, usualHz);
        double preEmphasisS = section.quantity("pre-emphasis", Quantity.DURATION, before.preEmphasisS());
        RdsProgramme rds = section.has("rds") ? rds(section, stereo) : before.rds();
        double rdsHz = section.has("rds")
                ? section.section("rds").quantity("deviation", Quantity.FREQUENCY, 2_000.0)
                : before.rdsHz();
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
}
