package io.bandwatch.ingest.gst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChildClassPathTest {
    @Test
    void hereItIsThatOfTheProcess() {
        assertThat(ChildClassPath.of(ChildClassPath.class)).isEqualTo(System.getProperty("java.class.path"));
    }

    @Test
    void onAClusterItIsWhatTheLoaderOfTheJobReadsAndThenThatOfTheProcess() throws Exception {
        URL classes = ChildClassPath.class.getProtectionDomain().getCodeSource().getLocation();
        // files of a cluster have no ending
        URL another = Path.of("blob_p-7 of a job").toUri().toURL();
        try (URLClassLoader ofTheJob =
                new URLClassLoader(new URL[] {classes, another}, ClassLoader.getPlatformClassLoader())) {
            Class<?> loaded = ofTheJob.loadClass(ChildClassPath.class.getName());

            assertThat(ChildClassPath.of(loaded).split(File.pathSeparator))
                    .startsWith(
                            Path.of(classes.toURI()).toString(),
                            Path.of("blob_p-7 of a job").toAbsolutePath().toString())
                    .endsWith(System.getProperty("java.class.path").split(File.pathSeparator));
        }
    }
}
