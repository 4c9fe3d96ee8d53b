package io.bandwatch.deploy.cluster.remote;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which jars of a class path go to a cluster with a job: all but those of Flink and what Flink asks its own loader for first (logging,
 * Kryo), which a cluster has. Sent as well they would lie there unused, or be another class of the same name. The base of connectors goes
 * along: a cluster that has it takes its own, since Flink's names are looked up there first.
 */
public final class ShippedJars {
    private static final List<String> OF_THE_CLUSTER = List.of("flink-", "log4j-", "slf4j-", "kryo-");
    private static final String SENT_ANYWAY = "flink-connector-base-";

    private ShippedJars() {}

    /** Those of this process. */
    public static List<Path> ofThisProcess() {
        return of(System.getProperty("java.class.path"));
    }

    /**
     * Those of a class path.
     *
     * @throws IllegalStateException if it holds a folder of classes, which cannot be sent
     */
    static List<Path> of(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(ShippedJars::goesAlong)
                .toList();
    }

    private static boolean goesAlong(Path entry) {
        if (Files.isDirectory(entry)) {
            throw new IllegalStateException(
                    entry + " is a folder; a job is submitted from jars, as the launcher builds them");
        }
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(SENT_ANYWAY) || OF_THE_CLUSTER.stream().noneMatch(name::startsWith);
    }
}
