package io.bandwatch.deploy.config;

import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.samples.yaml.Section;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The console of the live service.
 *
 * @param port port on this machine; 0 for any that is free
 * @param token where the secret lies that every change needs, or null: then nothing can be changed
 */
public record ConsoleConfig(int port, @Nullable SecretSource token) {
    static final ConsoleConfig DEFAULT = new ConsoleConfig(Console.DEFAULT_PORT, null);

    private static final int MOST_PORT = 65_535;

    /** @param folder that paths are relative to */
    static ConsoleConfig read(Section keys, Path folder) {
        long port = keys.wholeNumber("port", Console.DEFAULT_PORT);
        if (port < 0 || port > MOST_PORT) {
            throw keys.problem("port", "must be between 0 (any that is free) and 65535");
        }
        ConsoleConfig read = new ConsoleConfig((int) port, SecretKeys.source(keys, "token", folder));
        keys.end();
        return read;
    }
}
