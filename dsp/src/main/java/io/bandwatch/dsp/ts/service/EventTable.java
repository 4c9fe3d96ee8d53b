package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.BroadcastTime;
import io.bandwatch.dsp.ts.table.Descriptors;
import io.bandwatch.dsp.ts.table.Label;
import io.bandwatch.dsp.ts.table.SubTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is on and what comes next on the services of the stream; schedules, and other streams, are only counted. */
final class EventTable {
    /** More services than a stream can have with pictures and sound; one that invents more is not followed farther. */
    private static final int MOST_SERVICES = 1024;

    private static final int SHORT_EVENT = 0x4D;
    private static final int FIRST_EVENT = 6;
    private static final int PRESENT = 0;
    private static final int FOLLOWING = 1;

    /** transport_stream_id, original_network_id, service_id, event_id, running_status. */
    private static final int STATUS_BYTES = 9;

    private final SortedMap<Integer, SubTable<List<Sent>>> services = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();

    private record Sent(
            boolean following,
            int id,
            int runningStatus,
            @Nullable Instant start,
            @Nullable Duration duration,
            @Nullable Label language,
            @Nullable Label name) {}

    boolean accept(Section section) {
        if (section.tableId() != TableId.EIT_PF_ACTUAL || section.number() > FOLLOWING) {
            return false;
        }
        if (services.size() >= MOST_SERVICES && !services.containsKey(section.extension())) {
            return false;
        }
        boolean news = services.computeIfAbsent(section.extension(), id -> new SubTable<>())
                .accept(section, EventTable::read);
        if (news) {
            statuses.keySet().removeIf(key -> key >>> 16 == section.extension());
        }
        return news;
    }

    /** A running status section (5.2.7): faster than the next version of the events, which takes over from it. */
    void acceptStatus(Section section) {
        for (int at = section.bodyStart(); at + STATUS_BYTES <= section.bodyEnd(); at += STATUS_BYTES) {
            int service = section.u16(at + 4);
            if (services.containsKey(service) && statuses.size() < MOST_SERVICES) {
                statuses.put(key(service, section.u16(at + 6)), section.u8(at + 8) & 7);
            }
        }
    }

    private static int key(int service, int event) {
        return service << 16 | event;
    }

    List<Event> events(boolean arib) {
        List<Event> events = new ArrayList<>();
        services.forEach((service, table) -> table.sections()
                .forEach(section -> section.forEach(sent -> events.add(new Event(
                        service,
                        sent.following(),
                        sent.id(),
                        statuses.getOrDefault(key(service, sent.id()), sent.runningStatus()),
                        sent.start(),
                        sent.duration(),
                        sent.language() == null ? null : sent.language().text(false),
                        sent.name() == null ? null : sent.name().text(arib))))));
        return events;
    }

    private static List<Sent> read(Section section) {
        List<Sent> events = new ArrayList<>();
        int at = section.bodyStart() + FIRST_EVENT;
        while (at + 12 <= section.bodyEnd()) {
            int end = section.endOfLoop(at + 10, section.bodyEnd());
            events.add(event(section, at, end));
            at = end;
        }
        return events;
    }

    private static Sent event(Section section, int at, int end) {
        Label language = null;
        Label name = null;
        Descriptors descriptors = new Descriptors(section, at + 12, end);
        while (descriptors.next()) {
            if (descriptors.tag() == SHORT_EVENT && name == null) {
                int nameEnd = descriptors.from() + 4 + descriptors.u8(3);
                language = Label.of(section, descriptors.from(), Math.min(descriptors.from() + 3, descriptors.to()));
                name = Label.of(section, descriptors.from() + 4, Math.min(nameEnd, descriptors.to()));
            }
        }
        return new Sent(
                section.number() != PRESENT,
                section.u16(at),
                section.u8(at + 10) >> 5,
                BroadcastTime.utc(section, at + 2).orElse(null),
                BroadcastTime.timeOfDay(section, at + 7).orElse(null),
                language,
                name);
    }
}
