package io.bandwatch.deploy.cli;

import io.bandwatch.signal.FrequencyRange;
import io.bandwatch.signal.Quantity;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values as people write them. */
final class QuantityConverters {
    private QuantityConverters() {}

    /** {@code "98 MHz"} to Hz. */
    static final class Frequency implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return read(Quantity.FREQUENCY, text);
        }
    }

    /** {@code "2.4 MS/s"} to samples a second. */
    static final class SampleRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return read(Quantity.SAMPLE_RATE, text);
        }
    }

    /** {@code "1s"} to a positive duration. */
    static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            double seconds = read(Quantity.DURATION, text);
            if (!(seconds > 0)) {
                throw new TypeConversionException("'" + text + "' is not above zero");
            }
            return Duration.ofNanos(Math.round(seconds * 1e9));
        }
    }

    /** {@code "87-108 MHz"} to a range. */
    static final class Band implements ITypeConverter<FrequencyRange> {
        private static final Pattern FORM = Pattern.compile("\\s*([0-9.]+)\\s*-\\s*([0-9.]+)\\s*([kMG]?Hz)\\s*");

        @Override
        public FrequencyRange convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a band; write it like \"87-108 MHz\"");
            }
            try {
                return new FrequencyRange(
                        read(Quantity.FREQUENCY, matcher.group(1) + ' ' + matcher.group(3)),
                        read(Quantity.FREQUENCY, matcher.group(2) + ' ' + matcher.group(3)));
            } catch (IllegalArgumentException unusable) {
                throw new TypeConversionException(unusable.getMessage());
            }
        }
    }

    private static double read(Quantity quantity, String text) {
        try {
            return quantity.parse(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unusable) {
            throw new TypeConversionException(unusable.getMessage());
        }
    }
}
