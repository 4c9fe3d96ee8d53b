package io.bandwatch.deploy.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.ServiceSoundSettings;
import io.bandwatch.signal.Quantity;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times of the faults of pictures and sound of services, as a site file says them; null where it leaves the default. */
record ServiceTimes(
        @JsonProperty("video-black") @Nullable Times black,
        @JsonProperty("video-freeze") @Nullable Times freeze,
        @JsonProperty("video-colour-bars") @Nullable Times bars,
        @JsonProperty("video-mosaic") @Nullable Times mosaic,
        @JsonProperty("video-lost") @Nullable Times videoLost,
        @JsonProperty("audio-lost") @Nullable Times audioLost,
        @JsonProperty("silence") @Nullable Times silence,
        @JsonProperty("silence-classical") @Nullable Times classicalSilence,
        @JsonProperty("loudness") @Nullable Times loudness,
        @JsonProperty("mono") @Nullable Times mono,
        @JsonProperty("phase-inverted") @Nullable Times inverted) {
    /** Nothing is said. */
    static final ServiceTimes NONE = new ServiceTimes(null, null, null, null, null, null, null, null, null, null, null);

    private static final double MS_PER_S = 1e3;

    /** Those of one fault. */
    record Times(
            @JsonDeserialize(using = Span.class) @Nullable Duration warn,
            @JsonDeserialize(using = Span.class) @Nullable Duration alarm,
            @JsonDeserialize(using = Span.class) @Nullable Duration clear) {}

    /** A length of time with its unit. */
    static final class Span extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        Span() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    return Duration.ofMillis(Math.round(Quantity.DURATION.parse(text) * MS_PER_S));
                }
            } catch (IllegalArgumentException unreadable) {
                throw context.weirdStringException(text, Duration.class, String.valueOf(unreadable.getMessage()));
            }
            throw context.weirdStringException(text, Duration.class, "'" + text + "' has no unit; write it like 5 s");
        }
    }

    PictureSettings pictures() {
        PictureSettings usual = PictureSettings.DEFAULT;
        return usual.withTimes(
                merged("video-black", usual.black(), black),
                merged("video-freeze", usual.freeze(), freeze),
                merged("video-colour-bars", usual.bars(), bars),
                merged("video-mosaic", usual.mosaic(), mosaic),
                merged("video-lost", usual.lost(), videoLost));
    }

    ServiceSoundSettings sound() {
        ServiceSoundSettings usual = ServiceSoundSettings.DEFAULT;
        return new ServiceSoundSettings(
                usual.silenceLufs(),
                merged("silence", usual.silence(), silence),
                merged("silence-classical", usual.classicalSilence(), classicalSilence),
                usual.deviationLu(),
                usual.classicalDeviationLu(),
                usual.settleAfter(),
                merged("loudness", usual.loudness(), loudness),
                usual.monoCorrelation(),
                merged("mono", usual.mono(), mono),
                usual.invertedCorrelation(),
                merged("phase-inverted", usual.inverted(), inverted),
                merged("audio-lost", usual.lost(), audioLost),
                usual.patience());
    }

    private static ConditionTimes merged(String key, ConditionTimes usual, @Nullable Times said) {
        if (said == null) {
            return usual;
        }
        try {
            return new ConditionTimes(
                    said.warn() == null ? usual.warn() : said.warn(),
                    said.alarm() == null ? usual.alarm() : said.alarm(),
                    said.clear() == null ? usual.clear() : said.clear(),
                    usual.forgetAfter());
        } catch (IllegalArgumentException contradiction) {
            throw new IllegalArgumentException("services." + key + ": " + contradiction.getMessage(), contradiction);
        }
    }
}
