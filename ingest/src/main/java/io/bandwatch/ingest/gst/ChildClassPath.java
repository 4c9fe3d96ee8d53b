package io.bandwatch.ingest.gst;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class path of a child that runs a class of ours. On this machine it is that of the process. On a Flink cluster our jars come with the
 * job: there they are what the loader of its classes reads, files without an ending, which the Java launcher takes as jars.
 */
public final class ChildClassPath {
    private ChildClassPath() {}

    /** The class path with which a child finds {@code main} and what that needs. */
    public static String of(Class<?> main) {
        List<String> entries = new ArrayList<>();
        if (main.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                if ("file".equals(url.getProtocol())) {
                    entries.add(Path.of(URI.create(url.toString())).toString());
                }
            }
        }
        entries.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, entries);
    }
}
