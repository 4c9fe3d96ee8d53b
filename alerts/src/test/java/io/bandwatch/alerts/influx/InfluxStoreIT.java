package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.alerts.series.points.CarrierPoints;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.verdict.CarrierRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a real {@code influxd}. */
@Timeout(180)
class InfluxStoreIT {
    /** How long the store is away; the whole job is tried with 60 s. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("bandwatch.outage-s", 3));

    private static final int POINTS = 2_000;

    @TempDir
    Path folder;

    @BeforeAll
    static void influxdIsThere() {
        RealInflux.required();
    }

    @Test
    void allPointsAreThereAfterAnOutageAndNoneTwice() throws Exception {
        EmbeddedInflux server = EmbeddedInflux.start(folder);
        int port = server.httpPort();
        try (PointSender sender = sender(server)) {
            CompletableFuture<EmbeddedInflux> outage = null;
            for (int i = 0; i < POINTS; i++) {
                if (i == POINTS / 2) {
                    sender.secure();
                    server.close();
                    outage = CompletableFuture.supplyAsync(() -> startAgain(port));
                }
                sender.offer(interval(i));
            }
            sender.secure();
            // what is written once more, as after a restart of the job, overwrites itself
            for (int i = POINTS - 100; i < POINTS; i++) {
                sender.offer(interval(i));
            }
            sender.secure();
            server = java.util.Objects.requireNonNull(outage).get();

            var rows = RealInflux.rows(server, "SELECT count(snr_db) FROM carrier_1s");
            assertThat(rows).hasSize(1);
            assertThat(((Number) rows.get(0).get(1)).intValue()).isEqualTo(POINTS);
        } finally {
            server.close();
        }
    }

    private EmbeddedInflux startAgain(int port) {
        try {
            Thread.sleep(OUTAGE.toMillis());
            return EmbeddedInflux.start(folder, port);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void hostileNamesComeBackAsTheyWereWritten() throws Exception {
        try (EmbeddedInflux server = EmbeddedInflux.start(folder);
                PointSender sender = sender(server)) {
            sender.offer(line("a b,c=d \"城市\" '电台'"));
            sender.secure();

            assertThat(RealInflux.rows(server, "SELECT feed, snr_db, verdict FROM carrier_recording"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.subList(1, 4)).containsExactly("a b,c=d \"城市\" '电台'", 22.349, "licensed"));
        }
    }

    @Test
    void aConflictOfTypesFailsAndNamesTheLine() throws Exception {
        try (EmbeddedInflux server = EmbeddedInflux.start(folder);
                PointSender sender = sender(server)) {
            // types are fixed within one shard, a week: so the same time
            sender.offer("carrier_recording,feed=other snr_db=\"text\" " + LinePoint.epochNs(Samples.START));
            sender.secure();
            String line = line("hill");
            sender.offer(line);

            assertThatThrownBy(sender::secure).hasMessageContainingAll("HTTP 400", "field type conflict", line);
        }
    }

    private static PointSender sender(EmbeddedInflux server) {
        InfluxSettings settings =
                new InfluxSettings(server.url(), server.database(), true, 100, 500, RetrySchedule.DEFAULT);
        InfluxStore store = new InfluxStore(settings, InfluxCredentials.from(Map.of()));
        return new PointSender(settings, store, System::nanoTime);
    }

    private static String interval(int second) {
        return line(Samples.carrier("hill", 98_100_000L, Verdict.LICENSED, second));
    }

    private static String line(String feed) {
        return line(Samples.carrier(feed, 98_100_000L, Verdict.LICENSED));
    }

    private static String line(CarrierRecord carrier) {
        return PointLines.line(CarrierPoints.of(carrier).get(0)).orElseThrow();
    }
}
