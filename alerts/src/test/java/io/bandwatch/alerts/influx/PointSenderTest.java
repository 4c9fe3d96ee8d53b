package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PointSenderTest {
    private static final RetrySchedule FAST =
            new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(15));
    private static final InfluxSettings SMALL =
            new InfluxSettings("http://127.0.0.1:1", "bandwatch", false, 3, 5, FAST);

    private final List<String> stored = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyLineIsStoredInOrderWhenTheFlushReturns() throws Exception {
        try (PointSender sender = new PointSender(SMALL, store(lines -> stored.addAll(lines)), System::nanoTime)) {
            for (int i = 0; i < 100; i++) {
                sender.offer("line " + i);
            }
            sender.secure();

            assertThat(stored).hasSize(100).startsWith("line 0", "line 1").endsWith("line 99");
        }
    }

    @Test
    void aStoreThatComesBackGetsEverythingOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        PointStore flaky = store(lines -> {
            if (calls.incrementAndGet() <= 5) {
                throw new IOException("connection refused");
            }
            stored.addAll(lines);
        });
        try (PointSender sender = new PointSender(SMALL, flaky, System::nanoTime)) {
            for (int i = 0; i < 20; i++) {
                sender.offer("line " + i);
            }
            sender.secure();

            assertThat(stored).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFullBufferHoldsBackWhoeverWrites() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        PointStore slow = store(lines -> {
            try {
                open.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            stored.addAll(lines);
        });
        try (PointSender sender = new PointSender(SMALL, slow, System::nanoTime)) {
            CountDownLatch offeredAll = new CountDownLatch(1);
            Thread job = new Thread(() -> {
                try {
                    for (int i = 0; i < 6; i++) {
                        sender.offer("line " + i);
                    }
                    offeredAll.countDown();
                } catch (IOException | InterruptedException unexpected) {
                    stored.add(unexpected.toString());
                }
            });
            job.start();
            assertThat(offeredAll.await(200, TimeUnit.MILLISECONDS))
                    .as("the sixth line of a buffer of five waits")
                    .isFalse();
            open.countDown();
            assertThat(offeredAll.await(10, TimeUnit.SECONDS)).isTrue();
            job.join();
            sender.secure();
            assertThat(stored).hasSize(6);
        }
    }

    @Test
    void givesUpWhenTheStoreStaysDownAndSaysSo() throws Exception {
        AtomicLong nowNs = new AtomicLong();
        PointStore down = store(lines -> {
            nowNs.addAndGet(Duration.ofMinutes(4).toNanos());
            throw new IOException("connection refused");
        });
        try (PointSender sender = new PointSender(SMALL, down, nowNs::get)) {
            sender.offer("line");

            assertThatThrownBy(sender::secure)
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("unreachable for 960 s", "given up", "1 points waiting");
            assertThatThrownBy(() -> sender.offer("another")).hasMessageContaining("given up");
        }
    }

    @Test
    void aRefusedPointIsNamedAndNotTriedAgain() throws Exception {
        PointStore picky = store(lines -> {
            if (lines.contains("line 4")) {
                throw new StoreRefusedException(400, "field type conflict");
            }
            stored.addAll(lines);
        });
        InfluxSettings oneBatch = new InfluxSettings("http://127.0.0.1:1", "bandwatch", false, 10, 10, FAST);
        try (PointSender sender = new PointSender(oneBatch, picky, System::nanoTime)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 7; i++) {
                            sender.offer("line " + i);
                        }
                        sender.secure();
                    })
                    .hasMessageContaining("refused a point (HTTP 400: field type conflict): line 4");
        }
    }

    @Test
    void whereWhoWritesIsRefusedNoPointIsBlamed() throws Exception {
        PointStore locked = store(lines -> {
            throw new StoreRefusedException(401, "authorization failed");
        });
        InfluxSettings oneBatch = new InfluxSettings("http://127.0.0.1:1", "bandwatch", false, 10, 10, FAST);
        try (PointSender sender = new PointSender(oneBatch, locked, System::nanoTime)) {
            assertThatThrownBy(() -> {
                        sender.offer("line 1");
                        sender.secure();
                    })
                    .hasMessageContaining("takes no points (HTTP 401: authorization failed)");
        }
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RetrySchedule schedule = RetrySchedule.DEFAULT;

        assertThat(schedule.pauseAfter(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(schedule.pauseAfter(2)).isEqualTo(Duration.ofMillis(500));
        assertThat(schedule.pauseAfter(5)).isEqualTo(Duration.ofSeconds(4));
        assertThat(schedule.pauseAfter(6)).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.pauseAfter(1_000_000)).isEqualTo(Duration.ofSeconds(5));
    }

    private interface Writing {
        void write(List<String> lines) throws IOException;
    }

    private static PointStore store(Writing writing) {
        return new PointStore() {
            @Override
            public void write(List<String> lines) throws IOException {
                writing.write(lines);
            }

            @Override
            public void close() {}
        };
    }
}
