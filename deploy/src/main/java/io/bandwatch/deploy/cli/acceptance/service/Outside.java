package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.samples.receiver.ReceiverAir;
import io.bandwatch.samples.receiver.RtlTcpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is around the service: receivers that stay where they are, one that goes through the band, multiplexes, and those who get pushes. */
public final class Outside implements AutoCloseable {
    private static final double MULTIPLEX_BPS = 10e6;
    private static final long PATIENCE_S = 120;
    private static final long POLL_MS = 100;

    private final Map<String, RtlTcpServer> receivers = new LinkedHashMap<>();
    private final Map<String, String> tunings = new LinkedHashMap<>();
    private final Map<String, MulticastSender> multiplexes = new LinkedHashMap<>();
    private final PushBook people = new PushBook();

    private Outside() throws IOException {}

    /**
     * What is listened to from when the service runs.
     *
     * @param folder for what the receivers hear
     * @param seconds of the run
     * @param centersHz where receivers stay, of {@link LiveBand#CENTERS_HZ}
     * @param sweeping whether one goes through the band
     * @param multiplexes how many there are; the last one is without RTP
     */
    public static Outside made(Path folder, double seconds, List<Long> centersHz, boolean sweeping, int multiplexes)
            throws IOException {
        Outside made = new Outside();
        try {
            LiveBand band = new LiveBand(seconds);
            for (long centerHz : centersHz) {
                String name = "roof-" + centerHz / 1_000_000;
                made.receiver(name, band.staying(centerHz, folder.resolve(name)), "center: " + centerHz + " Hz");
            }
            if (sweeping) {
                made.receiver("sweeper", band.sweeping(), "hop: {from: 87 MHz, to: 108 MHz}");
            }
            for (int i = 1; i <= multiplexes; i++) {
                made.multiplexes.put(
                        "mux-" + i, MulticastSender.waiting("239.255.77." + i, i < multiplexes, MULTIPLEX_BPS));
            }
            return made;
        } catch (IOException | RuntimeException failure) {
            made.close();
            throw failure;
        }
    }

    private void receiver(String name, ReceiverAir air, String tuning) throws IOException {
        receivers.put(name, new RtlTcpServer(air, LiveBand.RATE_HZ));
        tunings.put(name, tuning);
    }

    public Map<String, RtlTcpServer> receivers() {
        return receivers;
    }

    public Map<String, MulticastSender> multiplexes() {
        return multiplexes;
    }

    public PushBook people() {
        return people;
    }

    /** The feeds as the configuration of the service has them. */
    public String feeds() {
        StringBuilder yaml = new StringBuilder("    receivers:\n");
        receivers.forEach((name, server) -> yaml.append("      - {name: %s, address: \"%s\", rate: 2.4 MS/s, %s}%n"
                .formatted(name, server.address(), tunings.get(name))));
        if (!multiplexes.isEmpty()) {
            yaml.append("    probes:\n");
        }
        multiplexes.forEach((name, sender) ->
                yaml.append("      - {name: %s, address: \"%s\"}%n".formatted(name, sender.address())));
        return yaml.toString();
    }

    /** Waits until everything is listened to. */
    public void awaitHeard() throws IOException, InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (sent().contains(0L)) {
            if (System.nanoTime() > endNs) {
                throw new IOException("not everything is listened to; sent so far: " + sent());
            }
            Thread.sleep(POLL_MS);
        }
    }

    private List<Long> sent() {
        List<Long> sent = new ArrayList<>();
        receivers.values().forEach(server -> sent.add(server.sentSamples()));
        multiplexes.values().forEach(sender -> sent.add(sender.sent()));
        return sent;
    }

    /** Sends nothing any more; what was sent is counted for good. */
    public void endSending() throws IOException, InterruptedException {
        for (Map.Entry<String, RtlTcpServer> receiver : receivers.entrySet()) {
            if (!receiver.getValue().endSending()) {
                throw new IOException(receiver.getKey() + " had lost its client when it ended");
            }
        }
        for (MulticastSender sender : multiplexes.values()) {
            sender.endSending();
        }
    }

    /** Connections beyond the first of each receiver: one was lost. */
    public long reconnections() {
        return receivers.values().stream()
                .mapToLong(server -> server.connections() - 1)
                .sum();
    }

    /** By how much a sample was late at worst since this was asked last, ms. */
    public double latestMs() {
        return receivers.values().stream()
                        .mapToLong(RtlTcpServer::latestNs)
                        .max()
                        .orElse(0)
                / 1e6;
    }

    @Override
    public void close() throws IOException {
        for (RtlTcpServer server : receivers.values()) {
            server.close();
        }
        for (MulticastSender sender : multiplexes.values()) {
            sender.close();
        }
        people.close();
    }
}
