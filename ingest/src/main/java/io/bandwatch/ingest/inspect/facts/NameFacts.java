package io.bandwatch.ingest.inspect.facts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file name tells, such as {@code fm-98.0MHz-2.4MSps.cu8} or {@code SDR_98000000Hz_IQ.wav}.
 *
 * @param rate sample rate, S/s, or null
 * @param center centre frequency, Hz, or null
 */
public record NameFacts(@Nullable Rounded rate, @Nullable Rounded center) {
    private static final Pattern FREQUENCY = Pattern.compile("(?<![0-9.])(\\d+(?:\\.\\d+)?)\\s?([kMG]?)Hz(?![A-Za-z])");
    private static final Pattern RATE = Pattern.compile(
            "(?<![0-9.])(\\d+(?:\\.\\d+)?)\\s?([kM]?)(?:S/s|sps)(?![A-Za-z])", Pattern.CASE_INSENSITIVE);

    /**
     * A number as it was written.
     *
     * @param value the number
     * @param tolerance half a unit of its last digit
     */
    record Rounded(double value, double tolerance) {
        boolean agreesWith(double exact) {
            return Math.abs(exact - value) <= tolerance;
        }
    }

    public static NameFacts of(String name) {
        return new NameFacts(only(RATE.matcher(name)), only(FREQUENCY.matcher(name)));
    }

    /** The number, if there is exactly one: two frequencies in a name are a span, not a centre. */
    private static @Nullable Rounded only(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        String digits = matcher.group(1);
        double unit =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> 1e3;
                    case "m" -> 1e6;
                    case "g" -> 1e9;
                    default -> 1;
                };
        if (matcher.find()) {
            return null;
        }
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        double value = new java.math.BigDecimal(digits)
                .multiply(java.math.BigDecimal.valueOf(unit))
                .doubleValue();
        return new Rounded(value, 0.5 * unit / Math.pow(10, decimals));
    }
}
