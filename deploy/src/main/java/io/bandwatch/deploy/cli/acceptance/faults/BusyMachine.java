package io.bandwatch.deploy.cli.acceptance.faults;

import java.util.ArrayList;
import java.util.List;

/** Threads that take all the time they get. Not thread-safe. */
final class BusyMachine {
    private final List<Thread> threads = new ArrayList<>();

    /** Two for each processor. */
    void begin() {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(
                    () -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                    },
                    "busy");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void end() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }
}
