package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.rds.application.OpenDataApplication;
import io.bandwatch.detectors.rds.application.RadioTextTag;
import io.bandwatch.detectors.rds.frequency.AlternativeFrequencies;
import io.bandwatch.detectors.rds.station.OtherNetwork;
import io.bandwatch.detectors.rds.station.RdsStation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes what a station says of itself: the usual fields into the record, the rest into an object {@code rds}. */
final class RdsJson {
    private RdsJson() {}

    static void write(JsonGenerator json, RdsStation station) throws IOException {
        if (station.pi() == null) {
            return;
        }
        json.writeStringField("pi", hex(station.pi()));
        text(json, "ps", station.ps());
        text(json, "radiotext", station.radioText());
        number(json, "pty", station.flags().programmeType());
        json.writeObjectFieldStart("rds");
        flags(json, station);
        text(json, "programme_type_name", station.programmeTypeName());
        text(json, "long_ps", station.longPs());
        text(json, "enhanced_radiotext", station.enhancedRadioText());
        labels(json, station);
        int[] alternatives = Arrays.stream(station.alternatives())
                .flatMapToInt(RdsJson::frequencies)
                .distinct()
                .sorted()
                .toArray();
        frequencies(json, alternatives);
        applications(json, station.applications());
        tags(json, station.tags());
        networks(json, station.otherNetworks());
        json.writeEndObject();
    }

    private static void flags(JsonGenerator json, RdsStation station) throws IOException {
        flag(json, "tp", station.flags().trafficProgramme());
        flag(json, "ta", station.flags().trafficAnnouncement());
        flag(json, "music", station.flags().music());
        flag(json, "di_stereo", station.flags().stereo());
        flag(json, "di_artificial_head", station.flags().artificialHead());
        flag(json, "di_compressed", station.flags().compressed());
        flag(json, "di_dynamic_pty", station.flags().dynamicProgrammeType());
    }

    private static void labels(JsonGenerator json, RdsStation station) throws IOException {
        number(json, "ecc", station.labels().extendedCountryCode());
        number(json, "language", station.labels().languageCode());
        if (station.labels().clock() != null) {
            json.writeStringField("clock_time", station.labels().clock().local().toString());
        }
    }

    private static IntStream frequencies(AlternativeFrequencies list) {
        return IntStream.concat(Arrays.stream(list.sameProgrammeKhz()), Arrays.stream(list.regionalKhz()));
    }

    private static void frequencies(JsonGenerator json, int[] khz) throws IOException {
        if (khz.length > 0) {
            json.writeFieldName("alternative_frequencies_khz");
            json.writeArray(khz, 0, khz.length);
        }
    }

    private static void applications(JsonGenerator json, OpenDataApplication[] applications) throws IOException {
        if (applications.length == 0) {
            return;
        }
        json.writeArrayFieldStart("applications");
        for (OpenDataApplication application : applications) {
            json.writeString(hex(application.applicationId()));
        }
        json.writeEndArray();
    }

    private static void tags(JsonGenerator json, RadioTextTag[] tags) throws IOException {
        if (tags.length == 0) {
            return;
        }
        json.writeArrayFieldStart("radiotext_plus");
        for (RadioTextTag tag : tags) {
            json.writeStartObject();
            json.writeNumberField("content_type", tag.contentType());
            json.writeStringField("text", tag.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void networks(JsonGenerator json, OtherNetwork[] networks) throws IOException {
        if (networks.length == 0) {
            return;
        }
        json.writeArrayFieldStart("other_networks");
        for (OtherNetwork network : networks) {
            json.writeStartObject();
            json.writeStringField("pi", hex(network.piCode()));
            text(json, "ps", network.programmeService());
            flag(json, "tp", network.trafficProgramme());
            flag(json, "ta", network.trafficAnnouncement());
            frequencies(json, network.frequenciesKhz());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String hex(int code) {
        return String.format(Locale.ROOT, "%04X", code);
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.stripTrailing());
        }
    }

    private static void flag(JsonGenerator json, String name, @Nullable Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
