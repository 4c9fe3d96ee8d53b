package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.samples.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Secrets are named in the configuration, and lie in the environment or in files. */
final class SecretKeys {
    private SecretKeys() {}

    /**
     * A secret that is named by {@code KEY-env} or {@code KEY-file}; null where neither is there.
     *
     * @param folder that paths are relative to
     */
    static @Nullable SecretSource source(Section keys, String key, Path folder) {
        boolean variable = keys.has(key + "-env");
        boolean file = keys.has(key + "-file");
        if (variable && file) {
            throw keys.problem(key + "-env", "a secret is in the environment or in a file; name one");
        }
        for (String name : List.of(key + "-env", key + "-file")) {
            if (keys.has(name) && keys.text(name).isBlank()) {
                throw keys.problem(name, "names nothing; say where the secret is");
            }
        }
        if (variable) {
            return SecretSource.ofVariable(keys.text(key + "-env"));
        }
        return file
                ? SecretSource.ofFile(folder.resolve(keys.text(key + "-file")).toString())
                : null;
    }
}
