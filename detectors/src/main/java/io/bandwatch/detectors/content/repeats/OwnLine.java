package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.content.clips.ClipLine;

/**
 * A stretch of a programme that was compared, word by word, with what it was before.
 *
 * @param line how what was before lies beside it; steps of the archive
 * @param from first step of it, since 1970
 * @param before step behind the last that spoke for it, since 1970
 * @param evidence against it since then, nats; not above 0
 * @param next step up to which it was followed, since 1970
 * @param wrong bits that differ up to the last that spoke for it
 * @param compared bits compared up to there
 * @param laterWrong bits that differ behind
 * @param laterCompared bits compared behind
 */
public record OwnLine(
        ClipLine line,
        long from,
        long before,
        double evidence,
        long next,
        int wrong,
        int compared,
        int laterWrong,
        int laterCompared) {
    private static final int WRONG = 4;

    /** Share of bits that differ. */
    double errors() {
        return compared == 0 ? 1 : (double) wrong / compared;
    }

    /** Bits that are the same, less four times those that are not. */
    int weight() {
        return compared - (1 + WRONG) * wrong;
    }

    /** What is heard of the archive at a step, which another line may say as well. */
    boolean isNear(double archiveStep, long step, double steps) {
        return Math.abs(line.clipStepAt(step) - archiveStep) <= steps;
    }

    /**
     * How many steps before it was heard, at its end.
     *
     * @param archive that the line is of
     */
    double lag(Archive archive) {
        return before - archive.first() - line.clipStepAt(before);
    }

    OwnLine along(ClipLine other) {
        return new OwnLine(other, from, before, evidence, next, wrong, compared, laterWrong, laterCompared);
    }
}
