package io.bandwatch.deploy.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.ServiceSoundSettings;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.signal.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a recording was made.
 *
 * @param name name of the site, told in the result; null where none was given
 * @param position where it is; null where it is not told
 * @param timezone zone of the dates and hours in registers
 * @param deEmphasisS time constant of the de-emphasis that its country uses, s
 * @param referenceClockHz clock of the receiver, whose harmonics may stand in the band, Hz; null if none was declared
 * @param profile what the services register means there
 * @param pictures knobs of the detector of faults of pictures of services
 * @param sound knobs of the detector of faults of their sound
 */
public record Site(
        @Nullable String name,
        @Nullable Position position,
        ZoneId timezone,
        double deEmphasisS,
        @Nullable Double referenceClockHz,
        SiteProfile profile,
        PictureSettings pictures,
        ServiceSoundSettings sound) {
    /** A nameless site in China. */
    public static final Site DEFAULT = new Site(
            null,
            null,
            ZoneId.of("Asia/Shanghai"),
            BandSettings.DE_EMPHASIS_S,
            null,
            SiteProfile.BROADCAST,
            PictureSettings.DEFAULT,
            ServiceSoundSettings.DEFAULT);

    private static final double LOWEST_CLOCK_HZ = 100e3;

    /** The two that there are. */
    private static final String DE_EMPHASIS = "(50|75) ?[uµ]s";

    /** The keys of the file. */
    private record Keys(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("latitude") @Nullable String latitude,
            @JsonProperty("longitude") @Nullable String longitude,
            @JsonProperty("timezone") @Nullable String timezone,
            @JsonProperty("de-emphasis") @Nullable String deEmphasis,
            @JsonProperty("reference-clock") @Nullable String referenceClock,
            @JsonProperty("profile") @Nullable String profile,
            @JsonProperty("services") @Nullable ServiceTimes services) {}

    /**
     * Reads a site file, YAML with the keys {@code name}, {@code latitude}, {@code longitude}, {@code timezone},
     * {@code de-emphasis}, {@code reference-clock}, {@code profile} and {@code services}, all optional.
     *
     * @throws UnusableInputException with one line naming file, line, value and remedy
     */
    public static Site read(Path file) {
        ObjectMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            Keys keys = mapper.readValue(Files.readString(file), Keys.class);
            if (keys == null) {
                throw new UnusableInputException(
                        List.of(file + ": the site file is empty; give it a timezone or leave out --site"));
            }
            ServiceTimes times = keys.services() == null ? ServiceTimes.NONE : keys.services();
            return new Site(
                    keys.name(),
                    Position.of(keys.latitude(), keys.longitude()),
                    keys.timezone() == null ? DEFAULT.timezone() : zone(file, keys.timezone()),
                    keys.deEmphasis() == null ? DEFAULT.deEmphasisS() : deEmphasisS(file, keys.deEmphasis()),
                    keys.referenceClock() == null ? null : referenceClockHz(file, keys.referenceClock()),
                    keys.profile() == null ? DEFAULT.profile() : profile(file, keys.profile()),
                    times.pictures(),
                    times.sound());
        } catch (JacksonException broken) {
            throw new UnusableInputException(explain(file, broken), broken);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file + ": cannot be read; name an existing site file", unreadable);
        } catch (IllegalArgumentException contradiction) {
            throw new UnusableInputException(file + ": " + contradiction.getMessage(), contradiction);
        }
    }

    /** Where a feed of it is received. */
    public Place place(String feed) {
        return new Place(
                name == null ? feed : name,
                "",
                "",
                "",
                position == null ? null : position.latitudeDeg(),
                position == null ? null : position.longitudeDeg(),
                timezone,
                null);
    }

    private static ZoneId zone(Path file, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UnusableInputException(
                    file + ": timezone '" + name + "' is not known; write it like Asia/Shanghai", unknown);
        }
    }

    private static double deEmphasisS(Path file, String text) {
        if (!text.matches(DE_EMPHASIS)) {
            throw new UnusableInputException(List.of(file + ": de-emphasis '" + text
                    + "' is neither \"50 us\" (most of the world) nor \"75 us\" (the Americas and Korea)"));
        }
        return Quantity.DURATION.parse(text);
    }

    private static Double referenceClockHz(Path file, String text) {
        try {
            double frequencyHz = Quantity.FREQUENCY.parse(text);
            if (frequencyHz >= LOWEST_CLOCK_HZ) {
                return frequencyHz;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new UnusableInputException(file + ": reference-clock " + unreadable.getMessage(), unreadable);
        }
        throw new UnusableInputException(List.of(file + ": reference-clock '" + text
                + "' is below 100 kHz, where its harmonics would explain every channel; give that of the tuner, such as"
                + " 28.8 MHz"));
    }

    private static SiteProfile profile(Path file, String text) {
        return switch (text) {
            case "broadcast" -> SiteProfile.BROADCAST;
            case "head-end" -> SiteProfile.HEAD_END;
            default ->
                throw new UnusableInputException(List.of(file + ": profile '" + text
                        + "' is neither broadcast (a transmitter or network) nor head-end (a hotel or the like)"));
        };
    }

    private static String explain(Path file, JacksonException broken) {
        JsonLocation at = broken.getLocation();
        String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
        String path = broken instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .collect(Collectors.joining("."))
                : "";
        if (broken instanceof InvalidFormatException value) {
            return file + where + ": " + path + ": "
                    + value.getOriginalMessage().replaceFirst("^Cannot deserialize .*?\": ", "");
        }
        return file + where + ": " + (path.isEmpty() ? "no valid YAML" : "unknown or unusable key '" + path + "'")
                + "; a site file has the keys name, latitude, longitude, timezone, de-emphasis, reference-clock, profile and services";
    }
}
