package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Reason;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one look says of a condition.
 *
 * @param answer whether it holds
 * @param from begin of the condition if it was not there before; null for the begin of this look. A windowed measure knows
 *     of it only later
 * @param to end of the condition as far as this look can tell; null for the end of this look. A windowed measure exceeds its
 *     limit for some time after what it measures has ceased to
 * @param measured the number that was compared, in {@code unit}; finite where it holds
 * @param threshold what it was compared with, in {@code unit}
 * @param unit unit of both
 * @param reasons why
 */
public record Reading(
        Answer answer,
        @Nullable Instant from,
        @Nullable Instant to,
        double measured,
        double threshold,
        String unit,
        Reason[] reasons) {

    /** Whether a condition holds. */
    public enum Answer {
        YES,
        NO,
        /** Cannot be told from this look, which then counts as not observed. */
        UNKNOWN
    }

    private static final double NS_PER_S = 1e9;

    /** It does not hold. */
    public static final Reading NO = without(Answer.NO);

    /** It cannot be told. */
    public static final Reading UNKNOWN = without(Answer.UNKNOWN);

    /** It holds, from this look on. */
    public static Reading yes(double measured, double threshold, String unit, Reason... reasons) {
        return new Reading(Answer.YES, null, null, measured, threshold, unit, reasons);
    }

    /** It holds, and did since then. */
    public Reading since(Instant begin) {
        return new Reading(answer, begin, to, measured, threshold, unit, reasons);
    }

    /** It holds, and has ceased to by then. */
    public Reading until(Instant end) {
        return new Reading(answer, from, end, measured, threshold, unit, reasons);
    }

    /**
     * The same of a windowed measure.
     *
     * @param look the look behind it
     * @param sinceS how long before the end of the look the condition began, s
     * @param goneS how long before it the condition ceased, s
     */
    public Reading dated(RfObservation look, double sinceS, double goneS) {
        Instant begin = look.end().minusNanos(Math.round(sinceS * NS_PER_S));
        Instant end = look.end().minusNanos(Math.round(goneS * NS_PER_S));
        return new Reading(answer, begin, end, measured, threshold, unit, reasons);
    }

    /** Whether it gives the same reasons, whatever their arguments and weights. */
    boolean hasReasonsOf(Reading other) {
        return Arrays.equals(reasons, other.reasons, Comparator.comparing(Reason::code));
    }

    /**
     * What a look without the carrier says of every condition of its modulation: nothing while the carrier only flickers,
     * no once it is gone. A silent station that goes off air is lost, not silent.
     */
    public static Reading absent(RfObservation look) {
        return look.confirmed() ? UNKNOWN : NO;
    }

    private static Reading without(Answer answer) {
        return new Reading(answer, null, null, Double.NaN, Double.NaN, "", new Reason[0]);
    }
}
