package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.detectors.Subject;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Days of stations that repeat spots and programmes, play jingles, and three loops. */
public final class LoopsCheck implements AcceptanceCheck {
    private static final double HOURS = 24;

    private final int first;
    private final int last;

    private LoopsCheck(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** So many days. */
    public static LoopsCheck whole(int days) {
        return new LoopsCheck(1, days);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has days only; choose some with --seeds, the first being 1");
        }
        return new LoopsCheck((int) part.from(), (int) part.to());
    }

    @Override
    public String name() {
        return "loops";
    }

    @Override
    public String statement() {
        return "Of what a station repeats within 24 h, for 20 s and more, noise 20 dB below it, up to 4 dB louder or quieter,"
                + " at least 98 % is listed, and of what is listed at least 99 % was on air before; each"
                + " loop is told with its period to 0.5 s, started again by hand or not, and bursts of jingles are none; the share of the day that is new is"
                + " right to 0.02.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Corpus corpus = Corpus.built(bench.root());
        LoopTally tally = new LoopTally();
        for (int day = first; day <= last; day++) {
            Path wave = bench.scratch().resolve("day-" + day + ".pcm");
            DayTape tape = new DayTape(wave, SeededRandom.forPurpose(day, "noise of a day"));
            SimulatedDay truth = new SimulatedDay(corpus, tape, day);
            try (tape) {
                truth.play(HOURS);
            }
            try (DayTape.Waves waves = tape.waves()) {
                Remembering told = told(tape.levels());
                tally.count("day " + day, truth, told, waves, tape.lengthS() / 3600);
            }
            Files.delete(wave);
            bench.tell("day %d of %d: %s", day, last, tally);
        }
        return new Count(tally.holds(), tally.node());
    }

    private static Remembering told(List<byte[]> levels) {
        Remembering remembering = new Remembering(report -> {});
        Subject subject = Subject.service("air", 1);
        for (int look = 0; look < levels.size(); look++) {
            remembering.hear(subject, look, levels.get(look));
        }
        remembering.end(subject, levels.size());
        return remembering;
    }
}
