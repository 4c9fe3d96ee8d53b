package io.bandwatch.alerts.push.text;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.push.Calibration;
import io.bandwatch.alerts.push.CarrierFacts;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One incident in words. */
final class ItemText {
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final int MHZ_DIGITS = 6;
    private static final double PERCENT = 100;

    private final Messages messages;
    private final PushItem item;
    private final Incident incident;
    private final Place place;

    ItemText(Messages messages, PushItem item, Place place) {
        this.messages = messages;
        this.item = item;
        this.incident = item.incident();
        this.place = place;
    }

    /** What, where in the band, how bad. */
    String headline() {
        return messages.text(
                "push.headline",
                messages.text("push.occasion." + occasion()),
                messages.of(incident.kind()),
                subject(),
                messages.of(incident.severity()));
    }

    private String occasion() {
        boolean over = incident.phase() == IncidentPhase.CLOSED;
        if (over && Arrays.stream(incident.reasons()).anyMatch(one -> one.code() == ReasonCode.NO_LONGER_FOLLOWED)) {
            return "unfollowed";
        }
        return over && item.occasion() == Occasion.OPENED
                ? "passed"
                : item.occasion().code();
    }

    private String subject() {
        Subject subject = incident.subject();
        if (subject.isService()) {
            return messages.text("push.service", Integer.toString(subject.serviceId()));
        }
        if (subject.isWholeFeed()) {
            return messages.text("push.feed", subject.feed());
        }
        return BigDecimal.valueOf(subject.channelHz())
                        .movePointLeft(MHZ_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                + " MHz";
    }

    /** Everything else, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("push.since", localTime(incident.opened())));
        Instant closed = incident.closed();
        if (closed != null) {
            lines.add(messages.text("push.until", localTime(closed)));
        }
        boolean carrier = incident.subject().channelHz() != 0;
        if (carrier) {
            addLevel(lines, item.carrier());
        }
        if (incident.reasons().length > 0) {
            lines.add(messages.text("push.why", why()));
        }
        lines.add(messages.text(carrier ? "push.heard" : "push.received", where()));
        if (item.covered() > 0) {
            lines.add(messages.text("push.covered", Integer.toString(item.covered())));
        }
        return lines;
    }

    private void addLevel(List<String> lines, @Nullable CarrierFacts carrier) {
        if (carrier != null && Double.isFinite(carrier.frequencyHz())) {
            // the channel is that of the raster: who looks for the transmitter tunes to where it is
            lines.add(messages.text(
                    "push.measured", String.format(Locale.ROOT, "%.4f MHz", carrier.frequencyHz() * 1e-6)));
        }
        if (carrier == null || !Double.isFinite(carrier.levelDbfs())) {
            lines.add(messages.text("push.level-unknown"));
        } else {
            lines.add(level(carrier.levelDbfs(), place.calibration()));
        }
        if (carrier != null && Double.isFinite(carrier.confidence())) {
            lines.add(messages.text("push.confidence", Long.toString(Math.round(carrier.confidence() * PERCENT))));
        }
    }

    private String level(double levelDbfs, @Nullable Calibration calibration) {
        if (calibration == null) {
            return messages.text("push.level-uncalibrated", tenths(levelDbfs) + " dBFS");
        }
        String strength =
                tenths(calibration.fieldStrengthDbuvPerM(levelDbfs)) + " ± " + tenths(calibration.uncertaintyDb());
        return messages.text("push.level", strength + " dBµV/m");
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String why() {
        return Arrays.stream(incident.reasons())
                .sorted((one, other) -> one.weight().compareTo(other.weight()))
                .map((Reason reason) -> messages.of(reason))
                .collect(Collectors.joining(messages.text("push.between-reasons") + ' '));
    }

    private String where() {
        String region = Stream.of(place.province(), place.city(), place.county())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(" "));
        String site = region.isEmpty() ? place.site() : region + ' ' + place.site();
        if (place.latitude() == null || place.longitude() == null) {
            return site;
        }
        return String.format(Locale.ROOT, "%s (%.5f, %.5f)", site, place.latitude(), place.longitude());
    }

    private String localTime(Instant time) {
        ZoneId zone = place.zone();
        return LOCAL_TIME.format(time.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
