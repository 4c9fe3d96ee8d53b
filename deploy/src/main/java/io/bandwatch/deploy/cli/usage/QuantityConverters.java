package io.bandwatch.deploy.cli.usage;

import io.bandwatch.signal.Quantity;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values as people write them. */
public final class QuantityConverters {
    private QuantityConverters() {}

    /** {@code "98 MHz"} to Hz. */
    public static final class Frequency implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return read(Quantity.FREQUENCY, text);
        }
    }

    /** {@code "2.4 MS/s"} to samples a second. */
    public static final class SampleRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return read(Quantity.SAMPLE_RATE, text);
        }
    }

    /** {@code "1s"} to a positive duration. */
    public static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            double seconds = read(Quantity.DURATION, text);
            if (!(seconds > 0)) {
                throw new TypeConversionException("'" + text + "' is not above zero");
            }
            return Duration.ofNanos(Math.round(seconds * 1e9));
        }
    }

    private static double read(Quantity quantity, String text) {
        try {
            return quantity.parse(text);
        } catch (IllegalArgumentException unusable) {
            throw new TypeConversionException(unusable.getMessage());
        }
    }
}
