package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import java.io.Serializable;

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

    /** The best of all speeds at which the clip may be played, of the words up to the last. */
    public ClipMatch best(ClipLine line, PrintLine air) {
        ClipMatch best = recent(line, air);
        for (int i = -SPEEDS; i <= SPEEDS; i++) {
            best = i == 0 ? best : better(best, recent(line.turned(0, i * SPEED_STEP), air));
        }
        return better(best, refined(best.line(), air));
    }

    /** The best of those a little beside it. */
    public ClipMatch refined(ClipLine line, PrintLine air) {
        ClipLine last = line.at(air.until() - 1);
        ClipMatch best = recent(last, air);
        for (int steps = -1; steps <= 1; steps++) {
            for (int faster = -1; faster <= 1; faster++) {
                ClipLine beside = last.turned(steps, faster * SPEED_STEP / 4);
                best = Math.abs(beside.speed()) > (SPEEDS + 0.5) * SPEED_STEP
                        ? best
                        : better(best, recent(beside, air));
            }
        }
        return best;
    }

    private static ClipMatch better(ClipMatch one, ClipMatch other) {
        return other.score() > one.score() ? other : one;
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
        Stretch now = Stretch.nothing(line, air.until());
        Stretch best = now;
        int start = library.start(line.clip());
        int length = library.length(line.clip());
        for (int i = Math.max(0, line.wordFrom(air.from())); i < length; i++) {
            long step = line.airStepOf(i);
            if (step >= air.until()) {
                break;
            }
            if (step >= air.from()) {
                now = (now.nats() <= 0 ? Stretch.nothing(line, step) : now)
                        .with(air.anyAt(step), library.word(start + i), step);
                best = now.nats() > best.nats() ? now : best;
            }
        }
        return best;
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
    public record Stretch(ClipMatch match, long from, long before, double nats) {
        static Stretch nothing(ClipLine line, long step) {
            return new Stretch(new ClipMatch(line, 0, 0), step, step, 0);
        }

        Stretch with(long heard, long known, long step) {
            int wrong = SoundWord.wrong(heard, known);
            int compared = Integer.bitCount(SoundWord.compared(heard, known));
            return new Stretch(
                    new ClipMatch(match.line(), match.wrong() + wrong, match.compared() + compared),
                    from,
                    step + 1,
                    nats + (compared - wrong) * RIGHT - wrong * WRONG);
        }
    }
}
