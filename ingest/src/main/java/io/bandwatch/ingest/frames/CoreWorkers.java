package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.band.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many workers as there are cores, the calling thread among them. Each takes the next task that nobody has, so that none
 * waits for a slow one. Threads are daemons and end with {@link #close}.
 */
public final class CoreWorkers implements Workers, AutoCloseable {
    private final int count = Runtime.getRuntime().availableProcessors();
    private final ExecutorService others;

    public CoreWorkers() {
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "recording-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void run(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 1; worker < Math.min(count, tasks); worker++) {
            int number = worker;
            running.add(others.submit(() -> work(number, next, tasks, task)));
        }
        work(0, next, tasks, task);
        for (Future<?> other : running) {
            await(other);
        }
    }

    private static void work(int worker, AtomicInteger next, int tasks, Task task) {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.run(worker, i);
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a channel cannot be received", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a channel was received", interrupted);
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
