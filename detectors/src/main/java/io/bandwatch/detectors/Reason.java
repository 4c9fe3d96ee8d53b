package io.bandwatch.detectors;

/**
 * One reason for a verdict or a finding. The text is made where it is told, from the message bundles, in the language of
 * the reader.
 *
 * @param code what was found
 * @param weight how much it counts
 * @param arguments values for the text, already formatted without regard to language (numbers with a point, UTC times)
 */
public record Reason(ReasonCode code, Weight weight, String[] arguments) {

    /** Weight of evidence, from most to least. */
    public enum Weight {
        DECISIVE,
        STRONG,
        MEDIUM,
        WEAK
    }

    public static Reason of(ReasonCode code, Weight weight, String... arguments) {
        return new Reason(code, weight, arguments);
    }
}
