package io.bandwatch.deploy.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.cluster.remote.JobManagerAddress;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Flink session cluster of separate JVMs on loopback: one JobManager, and TaskManagers that can be killed. On their class path are Flink,
 * what Flink needs, and nothing of ours.
 */
final class SessionCluster implements AutoCloseable {
    private static final Pattern OF_FLINK = Pattern.compile("(flink-(?!connector-base|test-utils).*(?<!-tests)"
            + "|log4j-|slf4j-api|commons-(cli|collections|compress|io|lang3|math3|text)-|kryo-|minlog-|objenesis-|reflectasm-"
            + "|javassist-|snakeyaml-engine-|snappy-java-|lz4-java-|asm-|async-profiler-|jsr305-).*");
    private static final long PATIENCE_S = 300;
    private static final int LAST_WORDS = 2000;

    private final Path folder;
    private final int rpcPort;
    private final int restPort;
    private final List<Process> processes = new ArrayList<>();
    private int taskManagers;

    /** Starts the JobManager. */
    SessionCluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.yaml"), "");
        this.rpcPort = freePort();
        this.restPort = freePort();
        start(
                "jobmanager",
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "-Xmx256m",
                List.of(
                        "jobmanager.bind-host=127.0.0.1",
                        "rest.address=127.0.0.1",
                        "rest.bind-address=127.0.0.1",
                        "rest.port=" + restPort));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts one more TaskManager, of one slot, and waits until the JobManager knows it. */
    Process startTaskManager() throws Exception {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < endNs) {
            taskManagers++;
            String name = "taskmanager-" + taskManagers;
            Process starting = taskManager(name);
            // one that took longer than its own limit to start, which cannot be set, ends; as a unit of systemd would,
            // this starts another
            while (starting.isAlive() && System.nanoTime() < endNs) {
                if (asked("/taskmanagers").contains('"' + name + '"')) {
                    return starting;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new AssertionError("no TaskManager within " + PATIENCE_S + " s: " + lastWords());
    }

    private Process taskManager(String name) throws IOException {
        return start(
                name,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "-Xmx768m",
                List.of(
                        "taskmanager.resource-id=" + name,
                        "taskmanager.host=127.0.0.1",
                        "taskmanager.bind-host=127.0.0.1",
                        "taskmanager.numberOfTaskSlots=1",
                        // what Flink's scripts would work out
                        "taskmanager.cpu.cores=1",
                        "taskmanager.memory.framework.heap.size=64m",
                        "taskmanager.memory.framework.off-heap.size=0",
                        "taskmanager.memory.task.heap.size=512m",
                        "taskmanager.memory.task.off-heap.size=0",
                        "taskmanager.memory.network.min=64m",
                        "taskmanager.memory.network.max=64m",
                        "taskmanager.memory.managed.size=1m",
                        "taskmanager.memory.jvm-metaspace.size=256m",
                        "taskmanager.memory.jvm-overhead.min=64m",
                        "taskmanager.memory.jvm-overhead.max=64m"));
    }

    private Process start(String name, String main, String heap, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java(), heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(), main));
        // on a machine that does not know its own name, the launcher gives this JVM a table of names
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Djdk.net.hosts.file="))
                .forEach(argument -> command.add(1, argument));
        command.addAll(List.of("--configDir", folder.toString()));
        Stream.concat(
                        Stream.of(
                                "jobmanager.rpc.address=127.0.0.1",
                                "jobmanager.rpc.port=" + rpcPort,
                                "io.tmp.dirs=" + Files.createDirectories(folder.resolve(name)),
                                // one that is killed is missed soon; one on a busy machine is not taken for dead
                                "heartbeat.interval=1 s",
                                "heartbeat.timeout=60 s",
                                "pekko.startup-timeout=2 min",
                                "pekko.ask.timeout=1 min"),
                        settings.stream())
                .forEach(setting -> command.addAll(List.of("-D", setting)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> OF_FLINK.matcher(String.valueOf(Path.of(entry).getFileName()))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    JobManagerAddress address() {
        return new JobManagerAddress("127.0.0.1", restPort);
    }

    /** How many records each TaskManager has read for an operator of a job. */
    Map<String, Long> readBy(String job, String operator) throws IOException {
        Map<String, Long> read = new TreeMap<>();
        for (JsonNode vertex : json("/jobs/" + job).path("vertices")) {
            if (vertex.path("name").asText().equals(operator)) {
                String tasks = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
                json(tasks)
                        .path("subtasks")
                        .forEach(task -> read.merge(
                                task.path("taskmanager-id").asText(),
                                task.path("metrics").path("read-records").asLong(),
                                Long::sum));
            }
        }
        return read;
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(asked(path));
    }

    private String lastWords() throws IOException {
        StringBuilder words = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                String text = Files.readString(log);
                words.append(log.getFileName())
                        .append(": ")
                        .append(text.substring(Math.max(0, text.length() - LAST_WORDS)))
                        .append(System.lineSeparator());
            }
        }
        return words.toString();
    }

    private String asked(String path) {
        try (InputStream answer =
                URI.create("http://" + address() + path).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
