package io.bandwatch.deploy.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine this process runs on. */
final class LocalMachine implements Machine {
    private static final long PROGRAM_TIMEOUT_S = 10;

    @Override
    public int javaRelease() {
        return Runtime.version().feature();
    }

    @Override
    public Path javaHome() {
        return Path.of(System.getProperty("java.home", ""));
    }

    @Override
    public Optional<Path> program(String name) {
        return environment("PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(this::executable)
                .findFirst();
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public Optional<String> firstLineOf(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                String first = lines.readLine();
                boolean drained = lines.lines().count() >= 0;
                boolean ended = drained && process.waitFor(PROGRAM_TIMEOUT_S, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? Optional.ofNullable(first) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | UncheckedIOException failure) {
            return Optional.empty();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public boolean canListenOnLoopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException failure) {
            return false;
        }
    }

    @Override
    public List<String> listenersAt(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> linesOf(Path.of(table)).stream())
                .map(SocketTable::parse)
                .flatMap(Optional::stream)
                .filter(entry -> entry.listening() && entry.port() == port)
                .map(SocketTable.Entry::address)
                .toList();
    }

    /** Nothing where the file is absent: not Linux, or IPv6 switched off. */
    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException absent) {
            return List.of();
        }
    }

    @Override
    public long usableDiskBytes(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    @Override
    public boolean writable(Path folder) {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    @Override
    public long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
