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
import java.util.List;
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

    private final SortedMap<Integer, SubTable<List<Sent>>> services = new TreeMap<>();

    private record Sent(
            boolean following,
            int id,
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
        return services.computeIfAbsent(section.extension(), id -> new SubTable<>())
                .accept(section, EventTable::read);
    }

    List<Event> events(boolean arib) {
        List<Event> events = new ArrayList<>();
        services.forEach((service, table) -> table.sections()
                .forEach(section -> section.forEach(sent -> events.add(new Event(
                        service,
                        sent.following(),
                        sent.id(),
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
                BroadcastTime.utc(section, at + 2).orElse(null),
                BroadcastTime.timeOfDay(section, at + 7).orElse(null),
                language,
                name);
    }
}
