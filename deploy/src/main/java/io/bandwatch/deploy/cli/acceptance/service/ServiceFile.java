package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration of the service and what belongs to it, with all stores: journal, time series, outbox, evidence. A carrier that comes
 * back is another incident soon, and evidence is not kept for long, so that both come and go all the time.
 */
public final class ServiceFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceFile() {}

    /** Writes it, with a journal that tells each five seconds. */
    public static Path written(Path folder, Outside outside) throws IOException {
        return written(folder, outside, Duration.ofSeconds(5));
    }

    /**
     * Writes it.
     *
     * @param every how much time a record of the journal stands for
     */
    public static Path written(Path folder, Outside outside, Duration every) throws IOException {
        Path licences = Files.writeString(folder.resolve("licences.csv"), LiveBand.register());
        Path secret = Files.writeString(folder.resolve("secret"), "known to this check alone");
        String yaml =
                """
                data: %s
                language: en
                store: embedded
                every: %d s
                checkpoint-every: 10 s
                console: {port: 0}
                registers: {licences: %s}
                detectors:
                  unlicensed-carrier: {forget-after: 5 s}
                notifiers:
                  channels:
                    - {name: people, type: webhook, address: %s, secret-file: %s}
                  rules:
                    - {name: all, severity: warning, to: [people], group: 0 s, tell: [opened]}
                  storm: {pushes: 100000, window: 1 s}
                evidence: {before: 3 s, after: 3 s, ring: 30 s, keep: 4 min, most: 4 GiB, least-free: 200 MiB}
                sites:
                  - name: hill
                """
                        .formatted(
                                quoted(data(folder)),
                                every.toSeconds(),
                                quoted(licences),
                                quoted(outside.people().address()),
                                quoted(secret));
        return Files.writeString(folder.resolve("monitor.yaml"), yaml + outside.feeds());
    }

    /** Where the service keeps everything. */
    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** Where the service keeps evidence, within {@link #data}. */
    public static Path evidence(Path folder) {
        return data(folder).resolve("evidence");
    }

    /** JSON's texts are YAML's. */
    private static String quoted(Object text) throws JsonProcessingException {
        return JSON.writeValueAsString(text.toString());
    }
}
