package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Compares what is heard with clips that are laid beside it. */
public final class ClipComparison implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is compared, steps: six seconds. */
    static final int WINDOW = 300;

    /** What is looked at first: two seconds. */
    private static final int GLANCE = 100;

    /** Where so much differs in that, or so little can be compared, there is no need to go on. */
    private static final double UNLIKELY = 0.4;

    private static final int LEAST_BITS = 100;

    /** Speeds are tried from 2.25 % slower to 2.25 % faster; in between, six seconds are never off by more than 15 ms. */
    private static final double SPEED_STEP = 0.005;

    private static final int SPEEDS = 4;

    /** Share of bits that differ in a clip at its worst, under a voice. */
    private static final double WORST = 0.25;

    private static final double WRONG = Math.log(0.5 / WORST);
    private static final double RIGHT = Math.log((1 - WORST) / 0.5);

    private final KnownWords library;

    /** @param library what is laid beside */
    public ClipComparison(KnownWords library) {
        this.library = library;
    }

    /** Whether the last words look like the clip. */
    public boolean isLikely(ClipLine line, PrintLine air) {
        ClipMatch glance = match(line, air, line.airStep() - GLANCE, line.airStep() + 1);
        return glance.compared() >= LEAST_BITS && glance.errors() <= UNLIKELY;
    }

    /**
     * The best of all speeds at which the clip may be played, of the last six seconds. It is turned about the moment at which
     * the line is told: there it was found, and it stays where it is, whatever the speed.
     */
    public ClipMatch best(ClipLine line, PrintLine air) {
        ClipMatch best = best(recent(line, air), speeds(line), air);
        return best(best, beside(best.line()), air);
    }

    /** The best of those a little beside it, turned about the last word. */
    public ClipMatch refined(ClipLine line, PrintLine air) {
        ClipLine last = line.at(air.until() - 1);
        return best(recent(last, air), beside(last), air);
    }

    private ClipMatch best(ClipMatch one, List<ClipLine> others, PrintLine air) {
        ClipMatch best = one;
        for (ClipLine other : others) {
            ClipMatch match = recent(other, air);
            best = match.score() > best.score() ? match : best;
        }
        return best;
    }

    /**
     * The stretch that speaks most for the clip, of all speeds at which it may be played. A clip that plays on is judged by all
     * that was heard of it: the last seconds alone cannot turn it away from what was heard before.
     */
    public Stretch reviewed(ClipLine line, PrintLine air) {
        Stretch best = longest(stretch(line, air), speeds(line), air);
        return longest(best, beside(best.match().line()), air);
    }

    private Stretch longest(Stretch one, List<ClipLine> others, PrintLine air) {
        Stretch best = one;
        for (ClipLine other : others) {
            Stretch stretch = stretch(other, air);
            best = stretch.nats() > best.nats() ? stretch : best;
        }
        return best;
    }

    /** The other speeds, turned about the moment at which the line is told. */
    private static List<ClipLine> speeds(ClipLine line) {
        List<ClipLine> lines = new ArrayList<>();
        for (int i = -SPEEDS; i <= SPEEDS; i++) {
            add(line.turned(0, i * SPEED_STEP), lines);
        }
        return lines;
    }

    /** Those a step and a quarter of the distance between speeds away. */
    private static List<ClipLine> beside(ClipLine line) {
        List<ClipLine> lines = new ArrayList<>();
        for (int steps = -1; steps <= 1; steps++) {
            for (int faster = -1; faster <= 1; faster++) {
                add(line.turned(steps, faster * SPEED_STEP / 4), lines);
            }
        }
        return lines;
    }

    /** What is turned anew each second would else become ever faster. */
    private static void add(ClipLine line, List<ClipLine> lines) {
        if (Math.abs(line.speed()) <= (SPEEDS + 0.5) * SPEED_STEP) {
            lines.add(line);
        }
    }

    private ClipMatch recent(ClipLine line, PrintLine air) {
        return match(line, air, air.until() - WINDOW, air.until());
    }

    /** Compares what lies between two steps on air. */
    public ClipMatch match(ClipLine line, PrintLine air, long from, long before) {
        int start = library.start(line.clip());
        int length = library.length(line.clip());
        long first = Math.max(from, air.from());
        long last = Math.min(before, air.until());
        int wrong = 0;
        int compared = 0;
        for (int i = Math.max(0, line.wordFrom(first)); i < length; i++) {
            long step = line.airStepOf(i);
            if (step >= last) {
                break;
            }
            if (step >= first) {
                long heard = air.anyAt(step);
                long known = library.word(start + i);
                wrong += SoundWord.wrong(heard, known);
                compared += Integer.bitCount(SoundWord.compared(heard, known));
            }
        }
        return new ClipMatch(line, wrong, compared);
    }

    /** The stretch of what was heard that speaks most for the clip (J. Bentley, CACM 27, 1984). */
    public Stretch stretch(ClipLine line, PrintLine air) {
        // without an object a word: this is what most of the time is spent on
        double bestNats = 0;
        int bestWrong = 0;
        int bestCompared = 0;
        long bestFrom = air.until();
        long bestBefore = air.until();
        double nats = 0;
        int wrong = 0;
        int compared = 0;
        long from = air.until();
        int start = library.start(line.clip());
        int length = library.length(line.clip());
        for (int i = Math.max(0, line.wordFrom(air.from())); i < length; i++) {
            long step = line.airStepOf(i);
            if (step >= air.until()) {
                break;
            }
            if (step < air.from()) {
                continue;
            }
            if (nats <= 0) {
                nats = 0;
                wrong = 0;
                compared = 0;
                from = step;
            }
            long heard = air.anyAt(step);
            long known = library.word(start + i);
            int differ = SoundWord.wrong(heard, known);
            int sure = Integer.bitCount(SoundWord.compared(heard, known));
            wrong += differ;
            compared += sure;
            nats += (sure - differ) * RIGHT - differ * WRONG;
            if (nats > bestNats) {
                bestNats = nats;
                bestWrong = wrong;
                bestCompared = compared;
                bestFrom = from;
                bestBefore = step + 1;
            }
        }
        return new Stretch(new ClipMatch(line, bestWrong, bestCompared), bestFrom, bestBefore, bestNats);
    }

    /** How much more likely what is heard of a word is if it is the clip that is heard. */
    public double nats(ClipLine line, int word, PrintLine air) {
        long heard = air.anyAt(line.airStepOf(word));
        long known = library.word(library.start(line.clip()) + word);
        int wrong = SoundWord.wrong(heard, known);
        return (Integer.bitCount(SoundWord.compared(heard, known)) - wrong) * RIGHT - wrong * WRONG;
    }

    /**
     * A stretch on air.
     *
     * @param match what was compared in it
     * @param from first step
     * @param before step behind the last one
     * @param nats how much it speaks for the clip
     */
    public record Stretch(ClipMatch match, long from, long before, double nats) {}
}
