package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.console.Json;
import io.bandwatch.alerts.evidence.RecentSound;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets a carrier be heard. Receiving costs time of this machine, so one at a time is received. */
final class SoundApi {
    private final @Nullable RecentSound sound;
    private final Semaphore receiving = new Semaphore(1);

    /** @param sound null where no samples are kept */
    SoundApi(@Nullable RecentSound sound) {
        this.sound = sound;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/carriers/{feed}/{hz}/sound", this::sound);
    }

    private void sound(Context request) throws IOException {
        RecentSound kept = sound;
        String feed = request.pathParam("feed");
        if (kept == null || !kept.hears(feed)) {
            Json.error(request, HttpStatus.NOT_FOUND, "of '" + feed + "' nothing is kept that could be heard");
            return;
        }
        Optional<Double> frequencyHz = frequencyHz(request.pathParam("hz"));
        if (frequencyHz.isEmpty()) {
            Json.error(request, HttpStatus.BAD_REQUEST, "a frequency is a whole number of Hz, such as 98100000");
            return;
        }
        if (!receiving.tryAcquire()) {
            Json.error(request, HttpStatus.SERVICE_UNAVAILABLE, "another carrier is being received; ask again");
            return;
        }
        try {
            Optional<byte[]> wav = kept.wav(feed, frequencyHz.get());
            if (wav.isEmpty()) {
                Json.error(request, HttpStatus.NOT_FOUND, "nothing of the last half minute was kept there");
                return;
            }
            request.contentType("audio/wav").result(wav.get());
        } finally {
            receiving.release();
        }
    }

    private static Optional<Double> frequencyHz(String text) {
        return text.matches("[0-9]{1,12}") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
