package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.evidence.RecentCarriers.LiveSound;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Those who listen to what is on air now: a few at a time, each for as long as he takes what is sent and something comes. Who does not take
 * it is cut off by the server, which waits for no write longer than half a minute.
 */
final class Listeners {
    static final String TYPE = "audio/wav";

    private static final int MOST = 3;
    private static final long PAUSE_MS = 100;
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(10);

    private final Semaphore places = new Semaphore(MOST);

    /** Sends until it is over. */
    void serve(Context request, LiveSound sound) {
        if (!places.tryAcquire()) {
            Turn.refuse(request, MOST + " carriers are being listened to already; ask again");
            return;
        }
        try {
            HttpServletResponse response = request.res();
            response.setContentType(TYPE);
            send(sound, response.getOutputStream());
        } catch (IOException hasGone) {
            // that is how listening ends
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private static void send(LiveSound sound, OutputStream out) throws IOException, InterruptedException {
        long heardNs = System.nanoTime();
        while (System.nanoTime() - heardNs < SILENCE_NS) {
            byte[] more = sound.next();
            if (more.length == 0) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } else {
                out.write(more);
                out.flush();
                heardNs = System.nanoTime();
            }
        }
    }
}
