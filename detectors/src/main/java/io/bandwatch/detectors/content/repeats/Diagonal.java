package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;

/**
 * A stretch of a programme whose words were heard before in the same order and at the same pace: a diagonal of the table
 * that has what is heard on one side and what was heard on the other.
 *
 * @param other where it was heard before
 * @param from first step of it, since 1970
 * @param until last step of it, since 1970
 * @param otherUntil step that was heard then, since 1970
 * @param lag how many steps ago it was heard, near its end
 * @param hits how many of the words that are kept were found
 */
public record Diagonal(Subject other, long from, long until, long otherUntil, double lag, int hits) {
    /** Speeds that differ by a hundredth, and pieces of which a part of a second is missing, stay on it: 0.3 s. */
    private static final double NEAR = 15;

    /** Of the speed, so much is believed of each word. */
    private static final double BELIEVED = 0.3;

    static Diagonal of(Hit hit) {
        return new Diagonal(hit.other(), hit.step(), hit.step(), hit.otherStep(), hit.lag(), 1);
    }

    /** Whether a word may lie on it. */
    boolean hasNear(Hit hit, long mostBetween) {
        return Math.abs(hit.lag() - lag) <= NEAR
                && hit.step() - until <= mostBetween
                && hit.other().equals(other);
    }

    /** With one more word; the same one at another step counts once. */
    Diagonal with(Hit hit) {
        int more = hit.otherStep() == otherUntil ? 0 : 1;
        return new Diagonal(other, from, hit.step(), hit.otherStep(), lag + BELIEVED * (hit.lag() - lag), hits + more);
    }

    /** Its length, steps. */
    long length() {
        return until - from + 1;
    }
}
