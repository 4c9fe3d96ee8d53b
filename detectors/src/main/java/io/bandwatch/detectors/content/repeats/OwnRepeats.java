package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.detectors.content.clips.ClipComparison;
import io.bandwatch.detectors.content.clips.ClipComparison.Stretch;
import io.bandwatch.detectors.content.clips.ClipLine;
import io.bandwatch.detectors.content.clips.ClipMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows a programme along what it was before. Where the index says that it may repeat itself, all words are compared, also
 * those of quiet sound in which few bits are sure, so that begin and end are those of the repeat and not of the words found.
 */
final class OwnRepeats {
    /** What may be between two words that speak for a stretch, steps: ten seconds. */
    private static final long MOST_BETWEEN = 500;

    /** Lines that differ by less say the same, steps: half a second. */
    private static final double NEAR = 25;

    /** What is looked at to see where a line lies best, steps: six seconds. */
    private static final int WINDOW = 300;

    /** What is followed at once; what was compared least goes first. */
    private static final int MOST = 24;

    /** Where the index found less words in a row, they are chance. */
    private static final int LEAST_HITS = 2;

    /** Evidence that a stretch has when it is taken up, nats. */
    private static final double LEAST_NATS = 30;

    private final ClipComparison comparison;
    private final Archive archive;
    private final PrintLine air;

    /**
     * @param archive of the programme up to now
     * @param air its last minute
     */
    OwnRepeats(Archive archive, PrintLine air) {
        this.archive = archive;
        this.air = air;
        this.comparison = new ClipComparison(archive);
    }

    /** The lines as they go on, and those that begin. */
    List<OwnLine> followed(List<OwnLine> lines, List<Diagonal> diagonals, Subject subject) {
        List<OwnLine> all = new ArrayList<>();
        for (OwnLine line : lines) {
            OwnLine next = followed(line);
            boolean heard = air.until() - next.before() < MOST_BETWEEN / 5;
            all.add(heard ? next.along(moved(next.line())) : next);
        }
        diagonals.stream()
                .filter(diagonal -> diagonal.other().equals(subject)
                        && diagonal.hits() >= LEAST_HITS
                        && diagonal.until() >= air.from())
                .sorted(Comparator.comparingInt(Diagonal::hits).reversed().thenComparingDouble(Diagonal::lag))
                .forEach(diagonal -> begin(diagonal, all));
        all.sort(Comparator.comparingInt(OwnLine::compared).reversed());
        return new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
    }

    /** The line that fits the last seconds best, a step beside it or not; a programme repeats itself at its own speed. */
    private ClipLine moved(ClipLine line) {
        long until = air.until();
        ClipMatch best = comparison.match(line, air, until - WINDOW, until);
        for (int steps = -1; steps <= 1; steps += 2) {
            ClipMatch beside = comparison.match(line.turned(steps, 0), air, until - WINDOW, until);
            best = beside.score() > best.score() ? beside : best;
        }
        return best.line();
    }

    private void begin(Diagonal diagonal, List<OwnLine> all) {
        long step = Math.min(diagonal.until(), air.until() - 1);
        double there = archive.at(step - diagonal.lag());
        if (there < 0 || all.stream().anyMatch(line -> line.isNear(there, step, NEAR))) {
            return;
        }
        ClipLine line = moved(moved(new ClipLine(0, step, there, 0)));
        if (all.stream().anyMatch(other -> other.isNear(line.clipStepAt(step), step, NEAR))) {
            return;
        }
        Stretch stretch = comparison.stretch(line, air);
        if (stretch.nats() >= LEAST_NATS) {
            all.add(new OwnLine(
                    line,
                    stretch.from(),
                    stretch.before(),
                    0,
                    stretch.before(),
                    stretch.match().wrong(),
                    stretch.match().compared(),
                    0,
                    0));
        }
    }

    /** Goes on along a line as far as was heard. */
    private OwnLine followed(OwnLine old) {
        ClipLine line = old.line();
        long before = old.before();
        double evidence = old.evidence();
        int wrong = old.wrong();
        int compared = old.compared();
        int laterWrong = old.laterWrong();
        int laterCompared = old.laterCompared();
        int length = archive.length(0);
        for (int i = Math.max(0, line.wordFrom(Math.max(old.next(), air.from()))); i < length; i++) {
            long step = line.airStepOf(i);
            if (step >= air.until()) {
                break;
            }
            long heard = air.anyAt(step);
            long known = archive.word(i);
            laterWrong += SoundWord.wrong(heard, known);
            laterCompared += Integer.bitCount(SoundWord.compared(heard, known));
            evidence += comparison.nats(line, i, air);
            if (evidence >= 0) {
                evidence = 0;
                before = Math.max(before, step + 1);
                wrong += laterWrong;
                compared += laterCompared;
                laterWrong = 0;
                laterCompared = 0;
            }
        }
        return new OwnLine(line, old.from(), before, evidence, air.until(), wrong, compared, laterWrong, laterCompared);
    }
}
