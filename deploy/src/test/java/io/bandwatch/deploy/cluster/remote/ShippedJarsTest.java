package io.bandwatch.deploy.cluster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedJarsTest {
    @TempDir
    private Path folder;

    @Test
    void ourOwnAndWhatWeNeedGoAlongAndFlinkDoesNot() throws IOException {
        String classPath = classPath(
                "bandwatch-deploy-0.1.0.jar",
                "jackson-core-2.22.3.jar",
                "flink-runtime-2.2.1.jar",
                "flink-rpc-akka.jar",
                "flink-connector-base-2.2.1.jar",
                "flink-connector-datagen-2.2.1.jar",
                "log4j-core-2.26.1.jar",
                "slf4j-api-2.0.18.jar",
                "kryo-5.6.2.jar");

        assertThat(ShippedJars.of(classPath))
                .extracting(jar -> String.valueOf(jar.getFileName()))
                .containsExactly(
                        "bandwatch-deploy-0.1.0.jar", "jackson-core-2.22.3.jar", "flink-connector-base-2.2.1.jar");
    }

    @Test
    void aFolderOfClassesIsNoJar() throws IOException {
        String classes = Files.createDirectory(folder.resolve("classes")).toString();

        assertThatThrownBy(() -> ShippedJars.of(classes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(classes);
    }

    private String classPath(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
        return Stream.of(names)
                .map(name -> folder.resolve(name).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
