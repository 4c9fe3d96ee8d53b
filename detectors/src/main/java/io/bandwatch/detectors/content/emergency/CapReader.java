package io.bandwatch.detectors.content.emergency;

import io.bandwatch.detectors.content.emergency.CapArea.Point;
import io.bandwatch.detectors.content.emergency.CapElement.UnreadableException;
import io.bandwatch.detectors.licences.csv.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads alerts of the Common Alerting Protocol, OASIS CAP 1.2 (and 1.1, whose elements that count here are the same). Signatures are
 * not checked: who may write where alerts are read from is trusted.
 */
public final class CapReader {
    /** Name of the parameter that names a station of the register of licences, or the number of a service. */
    public static final String STATION = "station";

    private static final Set<String> NAMESPACES =
            Set.of("urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1");
    private static final Set<String> BROADCAST = Set.of("Actual", "Exercise");
    private static final Set<String> SAYS_WHAT_IS_ON_AIR = Set.of("Alert", "Update", "Cancel");
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;
    private static final int LEAST_POINTS = 4;

    private CapReader() {}

    /** Reads one alert, or tells what is wrong with it and where. */
    public static Reading<CapAlert> read(byte[] xml) {
        try {
            return Reading.of(alert(CapElement.read(xml)));
        } catch (UnreadableException wrong) {
            return Reading.refused(List.of(wrong.problem()));
        }
    }

    private static CapAlert alert(CapElement root) throws UnreadableException {
        if (!root.name().equals("alert") || !NAMESPACES.contains(root.namespace())) {
            throw new UnreadableException(root.line(), "no alert of CAP 1.2 (" + root.name() + " is outermost)");
        }
        String type = root.compulsory("msgType").text();
        List<CapAlert.Info> infos = new ArrayList<>();
        for (CapElement info : root.all("info").toList()) {
            infos.add(info(info));
        }
        boolean broadcast = BROADCAST.contains(root.compulsory("status").text()) && SAYS_WHAT_IS_ON_AIR.contains(type);
        boolean calledOff = type.equals("Cancel");
        if (broadcast && !calledOff && infos.isEmpty()) {
            throw new UnreadableException(root.line(), "<alert> has no <info>");
        }
        return new CapAlert(
                root.compulsory("identifier").text(),
                time(root.compulsory("sent")),
                broadcast,
                calledOff,
                referredTo(root),
                List.copyOf(infos));
    }

    /** Those that are named as sender,identifier,sent with blanks between. */
    private static List<String> referredTo(CapElement root) throws UnreadableException {
        CapElement references = root.first("references").orElse(null);
        if (references == null) {
            return List.of();
        }
        List<String> identifiers = new ArrayList<>();
        for (String reference : references.text().split("\\s+", -1)) {
            String[] parts = reference.split(",", -1);
            if (parts.length != 3) {
                throw new UnreadableException(
                        references.line(), "reference '" + reference + "' is not sender,identifier,sent");
            }
            identifiers.add(parts[1]);
        }
        return List.copyOf(identifiers);
    }

    private static CapAlert.Info info(CapElement info) throws UnreadableException {
        List<CapArea> areas = new ArrayList<>();
        for (CapElement area : info.all("area").toList()) {
            for (CapElement circle : area.all("circle").toList()) {
                areas.add(circle(circle));
            }
            for (CapElement polygon : area.all("polygon").toList()) {
                areas.add(polygon(polygon));
            }
        }
        Instant effective = time(info, "effective");
        Instant expires = time(info, "expires");
        if (effective != null && expires != null && !expires.isAfter(effective)) {
            throw new UnreadableException(info.line(), "expires is not after effective");
        }
        return new CapAlert.Info(
                info.compulsory("event").text(),
                info.first("headline").map(CapElement::text).orElse(null),
                effective,
                expires,
                info.all("parameter").flatMap(CapReader::station).toList(),
                List.copyOf(areas));
    }

    private static Stream<String> station(CapElement parameter) {
        boolean names = parameter
                .first("valueName")
                .filter(name -> name.text().equals(STATION))
                .isPresent();
        return names ? parameter.first("value").stream().map(CapElement::text) : Stream.of();
    }

    private static @Nullable Instant time(CapElement in, String name) throws UnreadableException {
        CapElement element = in.first(name).orElse(null);
        return element == null ? null : time(element);
    }

    private static Instant time(CapElement element) throws UnreadableException {
        try {
            return OffsetDateTime.parse(element.text()).toInstant();
        } catch (DateTimeException unreadable) {
            throw new UnreadableException(
                    element.line(),
                    element.name() + " '" + element.text() + "' is no time like 2026-05-01T20:00:00+08:00");
        }
    }

    private static CapArea circle(CapElement element) throws UnreadableException {
        String[] parts = element.text().split("\\s+", -1);
        if (parts.length != 2) {
            throw new UnreadableException(
                    element.line(), "circle '" + element.text() + "' is not latitude,longitude km");
        }
        double radiusKm = number(element, parts[1]);
        if (radiusKm < 0) {
            throw new UnreadableException(element.line(), "a circle's radius is not negative");
        }
        return new CapArea.Circle(point(element, parts[0]), radiusKm);
    }

    private static CapArea polygon(CapElement element) throws UnreadableException {
        List<Point> line = new ArrayList<>();
        for (String point : element.text().split("\\s+", -1)) {
            line.add(point(element, point));
        }
        if (line.size() < LEAST_POINTS || !line.get(0).equals(line.get(line.size() - 1))) {
            throw new UnreadableException(
                    element.line(), "a polygon has at least four points, and its last is its first");
        }
        return new CapArea.Polygon(List.copyOf(line));
    }

    private static Point point(CapElement element, String text) throws UnreadableException {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new UnreadableException(element.line(), "'" + text + "' is not latitude,longitude");
        }
        Point point = new Point(number(element, parts[0]), number(element, parts[1]));
        if (Math.abs(point.latitude()) > MOST_LATITUDE || Math.abs(point.longitude()) > MOST_LONGITUDE) {
            throw new UnreadableException(element.line(), "'" + text + "' is no place on earth");
        }
        return point;
    }

    private static double number(CapElement element, String text) throws UnreadableException {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below, as what is not finite
        }
        throw new UnreadableException(element.line(), "'" + text + "' is no number");
    }
}
