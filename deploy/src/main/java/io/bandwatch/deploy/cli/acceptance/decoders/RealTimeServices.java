package io.bandwatch.deploy.cli.acceptance.decoders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All services of a looped multiplex, decoded as fast as it would come off the air, or slower where the machine is busy. */
final class RealTimeServices implements AutoCloseable {
    private static final int PARTS = 5;

    private final LoopedMultiplex multiplex;
    private final List<WatchedService> services = new ArrayList<>();
    private final List<Thread> feeding = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private RealTimeServices(LoopedMultiplex multiplex) {
        this.multiplex = multiplex;
    }

    /** Begins, and waits until something came out of each decoder. */
    static RealTimeServices started(LoopedMultiplex multiplex) throws IOException, InterruptedException {
        RealTimeServices started = new RealTimeServices(multiplex);
        for (int programme : multiplex.programmes()) {
            WatchedService service = new WatchedService("service-" + programme, programme);
            Thread thread = new Thread(() -> started.feed(service), "feeding-" + programme);
            thread.setDaemon(true);
            started.services.add(service);
            started.feeding.add(thread);
            thread.start();
        }
        for (WatchedService service : started.services) {
            service.awaitHeard();
        }
        return started;
    }

    private void feed(WatchedService service) {
        byte[] bytes = multiplex.bytes();
        int parts = multiplex.seconds() * PARTS;
        try {
            for (int part = 0; closing.getCount() > 0; part = (part + 1) % parts) {
                long nextNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / PARTS;
                int from = (int) ((long) bytes.length * part / parts);
                int until = (int) ((long) bytes.length * (part + 1) / parts);
                service.take(bytes, from, until - from);
                closing.await(nextNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException broken) {
            failure.set(broken);
        }
    }

    /** Fails if a service could not be decoded any more. */
    void check() throws IOException {
        Exception broken = failure.get();
        if (broken != null) {
            throw new IOException("a service could not be decoded any more", broken);
        }
    }

    /** Numbers of the decoder processes, service by service. */
    List<Long> processes() {
        return services.stream().map(WatchedService::process).toList();
    }

    /** Decoded of the service that came least far, s. */
    long seconds() {
        return services.stream().mapToLong(WatchedService::looks).min().orElse(0) / PARTS;
    }

    long restarts() {
        return services.stream().mapToLong(WatchedService::restarts).sum();
    }

    long faults() {
        return services.stream().mapToLong(WatchedService::faults).sum();
    }

    @Override
    public void close() {
        closing.countDown();
        feeding.forEach(Thread::interrupt);
        try {
            for (Thread thread : feeding) {
                thread.join();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        services.forEach(WatchedService::close);
    }
}
