package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.influx.health.StoreHealthFile;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PointForwarderTest {
    private static final long MOST_BYTES = 1L << 30;
    private static final RetrySchedule FAST =
            new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(15));
    private static final InfluxSettings SMALL =
            new InfluxSettings("http://127.0.0.1:1", "bandwatch", false, 3, 5, FAST);

    @TempDir
    private Path folder;

    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicBoolean locked = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aStoreThatIsDownHoldsNobodyBackAndGetsEverythingInOrder() throws Exception {
        down.set(true);
        try (PointForwarder forwarder = forwarder(MOST_BYTES)) {
            offer(forwarder, 0, 100);
            forwarder.secure();
            assertThat(stored).isEmpty();
            down.set(false);
            await(100);
            assertThat(stored).isEqualTo(lines(0, 100));
        }
        // the rule of recordings waits for the store instead
        down.set(true);
        try (PointSender sender = new PointSender(SMALL, store(), System::nanoTime)) {
            CountDownLatch returned = new CountDownLatch(1);
            Thread job = new Thread(() -> {
                try {
                    offer(sender, 0, 100);
                    returned.countDown();
                } catch (IOException | InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            });
            job.start();
            assertThat(returned.await(200, TimeUnit.MILLISECONDS)).isFalse();
            job.interrupt();
            job.join();
        }
    }

    @Test
    void whatWasNotSentWhenItEndedIsSentByTheNext() throws Exception {
        down.set(true);
        try (PointForwarder forwarder = forwarder(MOST_BYTES)) {
            offer(forwarder, 0, 7);
        }
        down.set(false);
        try (PointForwarder successor = forwarder(MOST_BYTES)) {
            offer(successor, 7, 8);
            successor.secure();
            await(8);
        }
        assertThat(stored).isEqualTo(lines(0, 8));
    }

    @Test
    void aLineThatIsRefusedIsKeptApartAndTheOthersGoOn() throws Exception {
        try (PointForwarder forwarder = forwarder(MOST_BYTES)) {
            offer(forwarder, 0, 2);
            forwarder.offer("bad \"line\nwith a break\"");
            offer(forwarder, 2, 5);
            forwarder.secure();
            await(5);
        }
        // halving writes some of them twice, which overwrite themselves in a store
        assertThat(stored.stream().distinct().toList()).isEqualTo(lines(0, 5));
        try (PointSpool spool = new PointSpool(folder, MOST_BYTES)) {
            assertThat(spool.refused())
                    .containsExactly(new Culprit("bad \"line\nwith a break\"", "HTTP 400: field type conflict"));
            assertThat(spool.first()).isEmpty();
        }
    }

    @Test
    void whoMayNotWriteLosesNothingAndWritesWhenHeMay() throws Exception {
        locked.set(true);
        try (PointForwarder forwarder = forwarder(MOST_BYTES)) {
            offer(forwarder, 0, 7);
            forwarder.secure();
            while (attempts.get() < 5) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            locked.set(false);
            await(7);
        }
        assertThat(stored).isEqualTo(lines(0, 7));
        try (PointSpool spool = new PointSpool(folder, MOST_BYTES)) {
            assertThat(spool.refused()).isEmpty();
        }
    }

    /** Who waits for room keeps the job from finding anything for as long as the store is away. */
    @Test
    void aFullSpoolHoldsNobodyBackAndGivesUpTheOldest() throws Exception {
        down.set(true);
        String large = "x".repeat(20_000);
        List<String> offered = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            offered.add(i + large);
        }
        try (PointForwarder forwarder = forwarder(400_000)) {
            for (String line : offered) {
                forwarder.offer(line);
            }
            forwarder.secure();
            StoreHealthFile health = new StoreHealthFile(folder);
            // the first is only then being sent
            while (health.problem().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertThat(health.problem())
                    .get(InstanceOfAssertFactories.STRING)
                    .contains("connection refused", "oldest, which are given up");
            down.set(false);
            String last = offered.get(offered.size() - 1);
            while (!stored.contains(last)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            List<Integer> numbers = stored.stream()
                    .map(line -> Integer.parseInt(line.replace("x", "")))
                    .toList();
            assertThat(numbers).as("60 lines of 20 kB in 400 kB").hasSizeBetween(8, 20);
            assertThat(numbers.subList(numbers.size() - 8, numbers.size()))
                    .as("the newest of them")
                    .containsExactly(52, 53, 54, 55, 56, 57, 58, 59);
            assertThat(numbers).isSorted();
        }
    }

    @Test
    void tellsThatAStoreThatAnswersTakesNothing() throws Exception {
        locked.set(true);
        StoreHealthFile health = new StoreHealthFile(folder);
        try (PointForwarder forwarder = forwarder(MOST_BYTES)) {
            assertThat(health.problem()).isEmpty();
            offer(forwarder, 0, 7);
            forwarder.secure();
            while (health.problem().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertThat(health.problem())
                    .get(InstanceOfAssertFactories.STRING)
                    .contains("points wait on disk since", "authorization failed");
            locked.set(false);
            await(7);
            while (health.problem().isPresent()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    private PointForwarder forwarder(long mostBytes) throws IOException {
        return new PointForwarder(
                SMALL, store(), new PointSpool(folder, mostBytes), new StoreHealthFile(folder), System::nanoTime);
    }

    private static List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("line " + i);
        }
        return lines;
    }

    private static void offer(PointBuffer buffer, int from, int to) throws IOException, InterruptedException {
        for (String line : lines(from, to)) {
            buffer.offer(line);
        }
    }

    private void await(int count) throws InterruptedException {
        while (stored.stream().distinct().count() < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private PointStore store() {
        return new PointStore() {
            @Override
            public void write(List<String> lines) throws IOException {
                attempts.incrementAndGet();
                if (down.get()) {
                    throw new IOException("connection refused");
                }
                if (locked.get()) {
                    throw new StoreRefusedException(401, "authorization failed");
                }
                if (lines.stream().anyMatch(line -> line.startsWith("bad"))) {
                    throw new StoreRefusedException(400, "field type conflict");
                }
                stored.addAll(lines);
            }

            @Override
            public void close() {}
        };
    }
}
