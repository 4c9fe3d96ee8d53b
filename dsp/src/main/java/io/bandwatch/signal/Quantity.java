package io.bandwatch.signal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads quantities as people write them, such as {@code "98.1 MHz"} or {@code "10 s"}. A bare number is an error: in this
 * field a factor of a thousand is easily lost.
 */
public enum Quantity {
    /** Frequency in Hz. */
    FREQUENCY(Map.of("hz", 1.0, "khz", 1e3, "mhz", 1e6, "ghz", 1e9), "98.1 MHz"),
    /** Sample rate in samples a second. */
    SAMPLE_RATE(Map.of("s/s", 1.0, "ks/s", 1e3, "ms/s", 1e6, "sps", 1.0, "ksps", 1e3, "msps", 1e6), "2.4 MS/s"),
    /** Duration in seconds. */
    DURATION(
            Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0),
            "10 s"),
    /** A ratio in dB. */
    RATIO_DB(Map.of("db", 1.0), "12 dB"),
    /** A level in dB against full scale. */
    LEVEL_DBFS(Map.of("dbfs", 1.0), "-60 dBFS"),
    /** A size in bytes. */
    SIZE(
            Map.of(
                    "b", 1.0, "kib", 0x1p10, "mib", 0x1p20, "gib", 0x1p30, "tib", 0x1p40, "kb", 1e3, "mb", 1e6, "gb",
                    1e9, "tb", 1e12),
            "20 GiB"),
    /** An angle in degrees. */
    ANGLE_DEG(Map.of("deg", 1.0), "32.39 deg");

    private static final Pattern FORM = Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*(\\S*)\\s*");

    @SuppressWarnings("ImmutableEnumChecker") // Map.of cannot be changed
    private final Map<String, Double> factors;

    private final String example;

    Quantity(Map<String, Double> factors, String example) {
        this.factors = factors;
        this.example = example;
    }

    /**
     * The value in the base unit (Hz, samples a second, seconds, dB, bytes, degrees).
     *
     * @throws IllegalArgumentException if the text is no number with a known unit; the message names text and remedy
     */
    public double parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number with a unit; write it like \"" + example + "\"");
        }
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        Double factor = factors.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException((unit.isEmpty()
                            ? "'" + text + "' has no unit"
                            : "'" + text + "' has the unit '" + matcher.group(2) + "'")
                    + "; use one of "
                    + factors.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", like \"" + example
                    + "\"");
        }
        // decimal arithmetic, so that "97.1 MHz" is 97100000 and not a neighbour of it
        return new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(factor))
                .doubleValue();
    }
}
