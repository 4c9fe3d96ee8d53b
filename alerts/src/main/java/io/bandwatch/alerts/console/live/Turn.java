package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.console.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Receiving costs time of this machine, so it is done for one reader at a time; a few may wait for it. */
final class Turn {
    private static final int MOST_WAITING = 4;
    private static final long PATIENCE_S = 20;

    private final Semaphore free = new Semaphore(1, true);

    /** What is done when it is one's turn. */
    interface Work {
        void run() throws IOException;
    }

    /** Does it, or answers that too much is asked for. */
    void take(Context request, Work work) throws IOException {
        boolean taken = false;
        try {
            taken = free.getQueueLength() < MOST_WAITING && free.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
            if (taken) {
                work.run();
            } else {
                refuse(request, "too many carriers are being received for others; ask again");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            refuse(request, "the console is ending");
        } finally {
            if (taken) {
                free.release();
            }
        }
    }

    static void refuse(Context request, String why) {
        request.header("Retry-After", "5");
        Json.error(request, HttpStatus.SERVICE_UNAVAILABLE, why);
    }
}
