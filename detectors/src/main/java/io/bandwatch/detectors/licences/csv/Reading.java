package io.bandwatch.detectors.licences.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading a text: the value, or every problem that stands in its way.
 *
 * @param value what was read; null if and only if there are problems
 * @param problems what is wrong, by rising line
 */
public record Reading<T>(@Nullable T value, List<Problem> problems) {
    public static <T> Reading<T> of(T value) {
        return new Reading<>(value, List.of());
    }

    public static <T> Reading<T> refused(List<Problem> problems) {
        return new Reading<>(null, List.copyOf(problems));
    }
}
