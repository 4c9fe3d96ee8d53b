package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Reason;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one look says of a condition.
 *
 * @param answer whether it holds
 * @param from begin of the condition if it was not there before; null for the begin of this look. A windowed measure knows
 *     of it only later
 * @param measured the number that was compared, in {@code unit}; finite where it holds
 * @param threshold what it was compared with, in {@code unit}
 * @param unit unit of both
 * @param reasons why
 */
public record Reading(
        Answer answer, @Nullable Instant from, double measured, double threshold, String unit, Reason[] reasons) {

    /** Whether a condition holds. */
    public enum Answer {
        YES,
        NO,
        /** Cannot be told from this look, which then counts as not observed. */
        UNKNOWN
    }

    /** It does not hold. */
    public static final Reading NO = without(Answer.NO);

    /** It cannot be told. */
    public static final Reading UNKNOWN = without(Answer.UNKNOWN);

    /** It holds, from this look on. */
    public static Reading yes(double measured, double threshold, String unit, Reason... reasons) {
        return new Reading(Answer.YES, null, measured, threshold, unit, reasons);
    }

    /** It holds, and did since then. */
    public Reading since(Instant begin) {
        return new Reading(answer, begin, measured, threshold, unit, reasons);
    }

    /**
     * What a look without the carrier says of every condition of its modulation: nothing while the carrier only flickers,
     * no once it is gone. A silent station that goes off air is lost, not silent.
     */
    public static Reading absent(RfObservation look) {
        return look.confirmed() ? UNKNOWN : NO;
    }

    private static Reading without(Answer answer) {
        return new Reading(answer, null, Double.NaN, Double.NaN, "", new Reason[0]);
    }
}
