package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;

/**
 * A stretch of a programme that was heard before.
 *
 * @param other where; the programme itself where it repeats itself
 * @param from first step of the stretch, since 1970
 * @param until step behind its last, since 1970
 * @param lag how many steps ago it was heard
 * @param weight how much speaks for it: in another programme, words that were found; in its own, bits that are the same less
 *     four times those that are not
 */
public record Repeat(Subject other, long from, long until, double lag, int weight) {}
