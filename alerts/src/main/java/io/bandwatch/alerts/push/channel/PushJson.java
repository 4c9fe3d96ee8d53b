package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Calibration;
import io.bandwatch.alerts.push.CarrierFacts;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.Tally;
import io.bandwatch.alerts.push.text.PushStyle;
import io.bandwatch.alerts.push.text.PushText;
import io.bandwatch.alerts.push.text.PushTexts;
import io.bandwatch.alerts.report.json.ResultJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A push for programs; its format stands in docs/pushes.md. Each incident is the record of the result file, and more. */
final class PushJson {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PushTexts texts;
    private final Places places;

    PushJson(PushTexts texts, Places places) {
        this.texts = texts;
        this.places = places;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same bytes each time it is made of the same push. */
    byte[] of(Push push) {
        PushText text = texts.of(push, PushStyle.PLAIN, Integer.MAX_VALUE);
        ObjectNode json = object().put("type", "push").put("version", VERSION).put("key", push.key());
        json.put("channel", push.channel());
        if (push.failedChannel() != null) {
            json.put("failed_channel", push.failedChannel());
        }
        json.put("form", push.form().code()).put("made", push.made().toString());
        json.put("title", text.title()).put("text", text.body());
        ArrayNode tallies = json.putArray("tallies");
        for (Tally tally : push.tallies()) {
            tallies.addObject()
                    .put("kind", tally.kind().code())
                    .put("site", tally.site())
                    .put("count", tally.count());
        }
        ArrayNode incidents = json.putArray("incidents");
        push.items().forEach(item -> incidents.add(item(item)));
        return bytes(json);
    }

    private ObjectNode item(PushItem item) {
        Place place = places.of(item.incident().subject().feed());
        ObjectNode json = object().put("occasion", item.occasion().code());
        if (item.times() > 0) {
            json.put("times", item.times());
        }
        if (item.covered() > 0) {
            json.put("covered", item.covered());
        }
        json.set("place", place(place));
        if (item.carrier() != null) {
            json.set("carrier", carrier(item.carrier(), place.calibration()));
        }
        String link = texts.link(item);
        if (link != null) {
            json.put("link", link);
        }
        json.set("incident", record(item.incident()));
        return json;
    }

    private static ObjectNode record(Incident incident) {
        try {
            return (ObjectNode) JSON.readTree(new ResultJson().line(incident));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode place(Place place) {
        ObjectNode json = object().put("site", place.site());
        put(json, "province", place.province());
        put(json, "city", place.city());
        put(json, "county", place.county());
        if (place.latitude() != null && place.longitude() != null) {
            json.put("latitude", place.latitude()).put("longitude", place.longitude());
        }
        return json.put("timezone", place.zone().getId());
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isBlank()) {
            json.put(name, value);
        }
    }

    private static ObjectNode carrier(CarrierFacts carrier, @Nullable Calibration calibration) {
        ObjectNode json = object();
        put(json, "frequency_hz", carrier.frequencyHz(), 0);
        put(json, "level_dbfs", carrier.levelDbfs(), 1);
        if (calibration != null) {
            put(json, "field_strength_dbuv_per_m", calibration.fieldStrengthDbuvPerM(carrier.levelDbfs()), 1);
            put(json, "uncertainty_db", calibration.uncertaintyDb(), 1);
        }
        put(json, "confidence", carrier.confidence(), 2);
        return json;
    }

    private static void put(ObjectNode json, String name, double value, int decimals) {
        if (Double.isFinite(value)) {
            json.put(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
        }
    }
}
