package io.bandwatch.alerts.console;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that must work for the service to be ready.
 *
 * @param name such as {@code store}
 * @param problem what is wrong with it now; asked anew each time
 */
public record Readiness(String name, Supplier<Optional<String>> problem) {}
