package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.ProcessSize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live service in a process of its own, started as the launcher starts it, and what that process holds. */
public final class ServiceProcess implements AutoCloseable {
    /** How much: a thirtieth of a thread that does not. */
    private static final String GIVES_WAY = "12";

    private static final long PATIENCE_S = 180;
    private static final long POLL_MS = 200;
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Flags of the launcher that the child needs as well. */
    private static final List<String> INHERITED = List.of(
            "-Djdk.net.hosts.file=",
            "-Dlog4j2.configurationFile=",
            "-Djava.awt.headless=",
            "-XX:Tier4",
            "--enable-native");

    private static final Pattern LIVE_BYTES = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern DROPPED =
            Pattern.compile("(?m)^bandwatch_receiver_dropped_samples_total\\{[^}]*\\} (\\d+)$");

    private final Process process;
    private final Path log;
    private final Path jcmd;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread hook = new Thread(this::end, "stop-service");

    private ServiceProcess(Process process, Path log, Path jcmd) {
        this.process = process;
        this.log = log;
        this.jcmd = jcmd;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it.
     *
     * @param log gets what it says
     * @throws CheckImpossibleException if there is no {@code jcmd}, which tells what is alive in a heap
     */
    public static ServiceProcess start(Path config, Path log) throws IOException {
        return start(config, log, Map.of());
    }

    /**
     * Starts it in an environment of its own.
     *
     * @param environment what it has beside that of this process
     * @see #start(Path, Path)
     */
    public static ServiceProcess start(Path config, Path log, Map<String, String> environment) throws IOException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        if (!Files.isExecutable(bin.resolve("jcmd")) || !ProcessSize.isTold()) {
            throw new CheckImpossibleException("needs the jcmd of a JDK, and a /proc");
        }
        List<String> command = new ArrayList<>(List.of(bin.resolve("java").toString(), "-Xmx1g", "-XX:+UseSerialGC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> INHERITED.stream().anyMatch(argument::startsWith))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.bandwatch.deploy.cli.BandwatchCommand",
                "monitor",
                "--config",
                config.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ServiceProcess(process, log, bin.resolve("jcmd"));
    }

    /** What it said behind some words, waiting for them. */
    public String said(String words) throws IOException, InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            for (String line : Files.readAllLines(log)) {
                int at = line.indexOf(words);
                if (at >= 0) {
                    return line.substring(at + words.length());
                }
            }
            if (!process.isAlive() || System.nanoTime() > endNs) {
                throw new IOException("the service did not say '" + words + "': " + Files.readString(log));
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Threads, handles and resident memory. */
    public ProcessSize size() throws IOException {
        return ProcessSize.of(process.pid());
    }

    /** Processor time so far, s, without that of its store; 0 where the system does not tell. */
    public double cpuS() {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** Collects what is not reached any more, and tells how much is left, bytes. */
    public long liveBytes() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = LIVE_BYTES.matcher(told);
        if (asked.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd does not tell what is alive: " + told);
        }
        return Long.parseLong(total.group(1));
    }

    /** Samples that it had no time for so far, as its page tells Prometheus. */
    public long droppedSamples() throws IOException, InterruptedException {
        URI metrics = URI.create(said("the console is at ").strip().replaceAll("/?$", "/metrics"));
        String told = http.send(HttpRequest.newBuilder(metrics).timeout(ANSWER).build(), BodyHandlers.ofString())
                .body();
        return DROPPED.matcher(told)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    /** Gives it no processor time until {@link #resume}. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Gives it processor time again. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Lets others go before its threads, but for those that receive. */
    public void yieldToOthers() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("renice", "-n", GIVES_WAY));
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : threads) {
                if (!Files.readString(thread.resolve("comm")).startsWith("receiver-")) {
                    command.addAll(List.of("-p", String.valueOf(thread.getFileName())));
                }
            }
        }
        reniced(command);
    }

    /** Lets its threads go on like others. */
    public void yieldNoMore() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("renice", "-n", "0"));
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : threads) {
                command.addAll(List.of("-p", String.valueOf(thread.getFileName())));
            }
        }
        reniced(command);
    }

    /** A thread that ends meanwhile is none of its business. */
    private static void reniced(List<String> command) throws IOException, InterruptedException {
        Process renice = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        renice.waitFor();
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("the service took no " + name);
        }
    }

    /** Kills it ({@code kill -9}): it learns nothing of it, and what it has started lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as Ctrl-C does. @return whether it made its last checkpoint and said so */
    public boolean stop() throws IOException, InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_S, TimeUnit.SECONDS)
                && Files.readString(log).contains("stopped; the next run goes on from here");
    }

    /** With what it has started, such as a store. */
    private void end() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
