package io.bandwatch.alerts.influx.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the program {@code influxd} is on this machine. */
final class InfluxBinary {
    private static final String UNPACKED = ".bandwatch/tools/influxdb/usr/bin/influxd";

    private InfluxBinary() {}

    /**
     * Looks in BANDWATCH_INFLUXD, below the root of the installation, then in PATH.
     *
     * @param environment environment variables
     * @param root root of the installation, or null if unknown
     */
    static Optional<Path> find(Map<String, String> environment, @Nullable String root) {
        String named = environment.get("BANDWATCH_INFLUXD");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> unpacked = root == null ? Stream.empty() : Stream.of(Path.of(root, UNPACKED));
        Stream<Path> installed = Arrays.stream(
                        environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "influxd"));
        return Stream.concat(unpacked, installed)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
