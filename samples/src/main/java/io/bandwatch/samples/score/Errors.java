package io.bandwatch.samples.score;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Size of a set of errors.
 *
 * @param mean of the magnitudes; NaN without any
 * @param largest magnitude; NaN without any
 */
public record Errors(double mean, double largest) {
    static <T> Errors of(List<T> items, ToDoubleFunction<T> error) {
        return new Errors(
                items.stream().mapToDouble(error).map(Math::abs).average().orElse(Double.NaN),
                items.stream().mapToDouble(error).map(Math::abs).max().orElse(Double.NaN));
    }
}
