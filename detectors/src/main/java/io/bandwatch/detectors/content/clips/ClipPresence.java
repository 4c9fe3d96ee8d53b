package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Subject;

/**
 * A clip that is on air.
 *
 * @param subject where
 * @param line how it lies
 * @param from step at which it began
 * @param before step behind the last that spoke for it
 * @param evidence against it since then, nats; not above 0
 * @param next step on air up to which it was followed
 * @param score that it had, the highest
 * @param reasons what was told of it
 */
public record ClipPresence(
        Subject subject,
        ClipLine line,
        long from,
        long before,
        double evidence,
        long next,
        double score,
        Reason[] reasons) {
    ClipPresence along(ClipLine newLine) {
        return new ClipPresence(subject, newLine, from, before, evidence, next, score, reasons);
    }

    /** With the best score it had. */
    ClipPresence atLeast(double other) {
        return new ClipPresence(subject, line, from, before, evidence, next, Math.max(score, other), reasons);
    }

    ClipPresence followed(long newBefore, double newEvidence, long newNext) {
        return new ClipPresence(subject, line, from, newBefore, newEvidence, newNext, score, reasons);
    }
}
