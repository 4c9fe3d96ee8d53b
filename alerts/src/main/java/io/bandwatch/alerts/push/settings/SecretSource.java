package io.bandwatch.alerts.push.settings;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret lies; exactly one of both is there.
 *
 * @param variable name of an environment variable
 * @param file a file that holds nothing else; blanks around it do not count
 */
public record SecretSource(@Nullable String variable, @Nullable String file) implements Serializable {
    public SecretSource {
        if ((variable == null) == (file == null)) {
            throw new IllegalArgumentException("a secret comes from an environment variable or from a file; name one");
        }
    }

    public static SecretSource ofVariable(String name) {
        return new SecretSource(name, null);
    }

    public static SecretSource ofFile(String file) {
        return new SecretSource(null, file);
    }

    /**
     * The secret.
     *
     * @throws IllegalArgumentException if it is not there, naming where it should be
     */
    public Secret read(Map<String, String> environment) {
        String value = variable != null ? environment.get(variable) : content(Path.of(String.valueOf(file)));
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    variable != null
                            ? "the environment variable " + variable + " is not set; set it to the secret"
                            : "the file " + file + " is empty; write the secret into it");
        }
        return new Secret(value.strip());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the secret in " + file + " cannot be read (" + unreadable + "); name a file that can", unreadable);
        }
    }
}
