package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.text.PushTexts;
import io.bandwatch.detectors.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Prometheus Alertmanager, API v2: one alert for each incident of a push, open or resolved. Its labels never change, for they
 * are how Alertmanager knows it again. An open alert is sent as one that ends in a year: otherwise Alertmanager would
 * resolve it after its {@code resolve_timeout}, since nobody sends it again.
 */
final class AlertmanagerChannel implements Channel {
    private static final Duration OPEN_END = Duration.ofDays(365);
    private static final String PATH = "/api/v2/alerts";

    private final HttpPoster poster;
    private final URI address;
    private final Map<String, String> headers;
    private final PushTexts texts;
    private final Places places;

    AlertmanagerChannel(HttpPoster poster, URI address, Map<String, String> headers, PushTexts texts, Places places) {
        this.poster = poster;
        this.address = address.getRawPath().endsWith(PATH)
                ? address
                : URI.create(address.toString().replaceFirst("/$", "") + PATH);
        this.headers = Map.copyOf(headers);
        this.texts = texts;
        this.places = places;
    }

    @Override
    public Outcome send(Push push, Instant now) throws InterruptedException {
        ArrayNode alerts = new ObjectMapper().createArrayNode();
        push.items().forEach(item -> alerts.add(alert(item, push)));
        return poster.post(address, headers, PushJson.bytes(alerts), answer -> Outcome.DELIVERED);
    }

    private ObjectNode alert(PushItem item, Push push) {
        Incident incident = item.incident();
        ObjectNode alert = PushJson.object();
        label(alert.putObject("labels"), incident);
        ObjectNode annotations = alert.putObject("annotations")
                .put("summary", texts.headline(item))
                .put("description", texts.details(item))
                .put("severity", incident.severity().code())
                .put("push_key", push.key());
        if (push.failedChannel() != null) {
            annotations.put("failed_channel", push.failedChannel());
        }
        alert.put("startsAt", incident.opened().toString());
        Instant closed = incident.closed();
        alert.put("endsAt", (closed == null ? push.made().plus(OPEN_END) : closed).toString());
        String link = texts.link(item);
        if (link != null) {
            alert.put("generatorURL", link);
        }
        return alert;
    }

    /** Severity is none of them: it changes while the incident is open. */
    private void label(ObjectNode labels, Incident incident) {
        Subject subject = incident.subject();
        Place place = places.of(subject.feed());
        labels.put("alertname", incident.kind().code()).put("incident", incident.id());
        labels.put("site", place.site()).put("feed", subject.feed());
        if (subject.channelHz() != 0) {
            labels.put("channel_hz", Long.toString(subject.channelHz()));
        }
        if (subject.isService()) {
            labels.put("service_id", Integer.toString(subject.serviceId()));
        }
        if (!place.province().isBlank()) {
            labels.put("province", place.province());
        }
        if (!place.city().isBlank()) {
            labels.put("city", place.city());
        }
        if (!place.county().isBlank()) {
            labels.put("county", place.county());
        }
    }
}
