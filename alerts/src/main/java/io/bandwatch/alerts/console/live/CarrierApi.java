package io.bandwatch.alerts.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.console.Json;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.alerts.journal.LiveRecords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets carriers be heard and seen, as they were a moment ago and as they are now. */
final class CarrierApi {
    private static final String CARRIER = "/api/v1/feeds/{feed}/carriers/{channel}/";
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 60;

    private final @Nullable RecentCarriers carriers;
    private final LiveRecords records;
    private final Turn turn = new Turn();
    private final RecentPictures pictures = new RecentPictures();
    private final Listeners listeners = new Listeners();

    /** @param carriers null where no samples are kept */
    CarrierApi(@Nullable RecentCarriers carriers, LiveRecords records) {
        this.carriers = carriers;
        this.records = records;
    }

    void addTo(RoutesConfig routes) {
        routes.get(CARRIER + "sound.wav", request -> of(request, this::sound));
        routes.get(CARRIER + "live.wav", request -> of(request, this::live));
        routes.get(CARRIER + "spectrum.png", request -> of(request, this::pictures));
        routes.get(CARRIER + "waterfall.png", request -> of(request, this::pictures));
    }

    /** What is asked of a carrier of a feed whose samples are kept. */
    private interface Asked {
        void answer(Context request, RecentCarriers kept, String feed, long channelHz) throws IOException;
    }

    private void of(Context request, Asked asked) throws IOException {
        RecentCarriers kept = carriers;
        String feed = request.pathParam("feed");
        String channel = request.pathParam("channel");
        if (kept == null || !kept.keeps(feed)) {
            missing(request, "of '" + feed + "' nothing is kept that could be heard or seen");
        } else if (!channel.matches("[0-9]{1,12}")) {
            Json.error(request, HttpStatus.BAD_REQUEST, "a channel is a whole number of Hz, such as 98100000");
        } else {
            asked.answer(request, kept, feed, Long.parseLong(channel));
        }
    }

    private void sound(Context request, RecentCarriers kept, String feed, long channelHz) throws IOException {
        String said = Optional.ofNullable(request.queryParam("seconds")).orElse(Integer.toString(USUAL_SECONDS));
        int seconds = said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : 0;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            Json.error(request, HttpStatus.BAD_REQUEST, "'seconds' is a whole number from 1 to " + MOST_SECONDS);
            return;
        }
        double frequencyHz = frequencyHz(feed, channelHz);
        turn.take(request, () -> {
            Optional<byte[]> wav = kept.wav(feed, frequencyHz, Duration.ofSeconds(seconds));
            if (wav.isPresent()) {
                request.contentType(Listeners.TYPE).result(wav.get());
            } else {
                missing(request, "nothing of the last " + seconds + " s can be heard there");
            }
        });
    }

    private void live(Context request, RecentCarriers kept, String feed, long channelHz) throws IOException {
        Optional<RecentCarriers.LiveSound> sound = kept.live(feed, frequencyHz(feed, channelHz));
        if (sound.isPresent()) {
            listeners.serve(request, sound.get());
        } else {
            missing(request, "nothing can be heard there");
        }
    }

    private void pictures(Context request, RecentCarriers kept, String feed, long channelHz) throws IOException {
        boolean spectrum = request.path().endsWith("spectrum.png");
        turn.take(request, () -> {
            Optional<RecentCarriers.Pictures> shown = pictures.of(kept, feed, channelHz);
            if (shown.isPresent()) {
                request.contentType(ContentType.IMAGE_PNG)
                        .result(spectrum ? shown.get().spectrum() : shown.get().waterfall());
            } else {
                missing(request, "nothing of the last seconds was kept there");
            }
        });
    }

    private static void missing(Context request, String what) {
        Json.error(request, HttpStatus.NOT_FOUND, what);
    }

    /** Where the carrier of a channel was measured last; the channel itself where nothing was. */
    private double frequencyHz(String feed, long channelHz) throws IOException {
        return records.now().carriers().stream()
                .filter(carrier -> carrier.path("feed").asText().equals(feed)
                        && carrier.path("channel_hz").asLong() == channelHz)
                .map(carrier -> carrier.path("frequency_hz"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .findFirst()
                .orElse((double) channelHz);
    }
}
