package io.bandwatch.deploy.doctor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that has everything, until a test takes something away. */
final class TableMachine implements Machine {
    static final long GIB = 1L << 30;

    final Map<String, String> programs = new HashMap<>(Map.of(
            "mvn", "/usr/bin/mvn",
            "ffmpeg", "/usr/bin/ffmpeg",
            "espeak-ng", "/usr/bin/espeak-ng",
            "gst-inspect-1.0", "/usr/bin/gst-inspect-1.0",
            "influxd", "/usr/bin/influxd"));
    final Set<String> missingElements = new HashSet<>();
    final Map<String, String> environment = new HashMap<>();
    boolean compiler = true;
    boolean starts = true;
    boolean sockets = true;
    boolean writable = true;
    List<String> listeners = List.of();
    long diskBytes = 50 * GIB;
    long memoryBytes = 8 * GIB;

    @Override
    public int javaRelease() {
        return 17;
    }

    @Override
    public Path javaHome() {
        return Path.of("/usr/lib/jvm/some");
    }

    @Override
    public Optional<Path> program(String name) {
        return Optional.ofNullable(programs.get(name)).map(Path::of);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public Optional<String> firstLineOf(List<String> command) {
        if (command.get(0).equals("gst-inspect-1.0")) {
            return missingElements.contains(command.get(1)) ? Optional.empty() : Optional.of("Factory Details:");
        }
        return starts ? Optional.of("InfluxDB v1.6.7") : Optional.empty();
    }

    @Override
    public boolean executable(Path file) {
        return compiler;
    }

    @Override
    public boolean canListenOnLoopback() {
        return sockets;
    }

    @Override
    public List<String> listenersAt(int port) {
        return port == 8086 ? listeners : List.of();
    }

    @Override
    public long usableDiskBytes(Path folder) {
        return diskBytes;
    }

    @Override
    public boolean writable(Path folder) {
        return writable;
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }
}
