package io.bandwatch.deploy.cli.acceptance.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells it.
 *
 * @param threads it has
 * @param handles open files, pipes and sockets
 * @param residentKb memory that is really there, KB
 */
public record ProcessSize(long threads, long handles, long residentKb) {
    private static final Path PROC = Path.of("/proc");

    /** Whether this system tells. */
    public static boolean isTold() {
        return Files.isReadable(PROC.resolve("self/status"));
    }

    /** Of a process that runs. */
    public static ProcessSize of(long pid) throws IOException {
        Path folder = PROC.resolve(Long.toString(pid));
        List<String> status = Files.readAllLines(folder.resolve("status"));
        try (Stream<Path> open = Files.list(folder.resolve("fd"))) {
            return new ProcessSize(figure(status, "Threads:"), open.count(), figure(status, "VmRSS:"));
        }
    }

    private static long figure(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** The median of each figure. */
    public static ProcessSize median(List<ProcessSize> sizes) {
        return new ProcessSize(
                median(sizes, ProcessSize::threads),
                median(sizes, ProcessSize::handles),
                median(sizes, ProcessSize::residentKb));
    }

    private static long median(List<ProcessSize> sizes, ToLongFunction<ProcessSize> figure) {
        long[] rising = sizes.stream().mapToLong(figure).sorted().toArray();
        return rising[rising.length / 2];
    }

    /** Whether this is no more than it was, but for a share of the memory, which collectors use as they like. */
    public boolean hasNotGrownSince(ProcessSize before, double memoryShare) {
        return threads <= before.threads
                && handles <= before.handles
                && residentKb <= before.residentKb * (1 + memoryShare);
    }

    /** The figures as a record has them. */
    public ObjectNode figures() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("threads", threads)
                .put("handles", handles)
                .put("resident_mb", Math.round(residentKb / 102.4) / 10.0);
    }
}
