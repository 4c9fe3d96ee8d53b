package io.bandwatch.dsp.ts.splice;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.signal.ts.SpliceCommand;
import java.util.ArrayList;
import java.util.List;

/** The commands of SCTE 35, clause 9.7, and the segmentation descriptor of 10.3.3. */
final class SpliceCommandReader {
    private static final long NONE = -1;
    private static final int COMMAND_AT = 14;
    private static final int UNKNOWN_LENGTH = 0x0FFF;
    private static final int SEGMENTATION = 0x02;

    /** "CUEI" (10.2). */
    private static final long CUEI = 0x4355_4549L;

    private final Section section;
    private final SpliceCursor cursor;
    private final List<SpliceEvent> events = new ArrayList<>();

    SpliceCommandReader(Section section) {
        this.section = section;
        this.cursor = new SpliceCursor(section, COMMAND_AT, section.bodyEnd());
    }

    /** The events of a section that is not encrypted; none where it is cut or its command is not defined. */
    List<SpliceEvent> read() {
        switch (section.u8(COMMAND_AT - 1)) {
            case 0x00 -> events.add(SpliceEvent.plain(SpliceCommand.SPLICE_NULL));
            case 0x04 -> schedule();
            case 0x05 -> insert();
            case 0x06 -> timeSignal();
            case 0x07 -> events.add(SpliceEvent.plain(SpliceCommand.BANDWIDTH_RESERVATION));
            case 0xFF -> events.add(SpliceEvent.plain(SpliceCommand.PRIVATE));
            default -> {}
        }
        return cursor.overrun() ? List.of() : events;
    }

    /** 9.7.2: events at a time of day, which the stream's own clock does not know. */
    private void schedule() {
        int count = cursor.u8();
        for (int event = 0; event < count && !cursor.overrun(); event++) {
            long id = cursor.u32();
            boolean cancelled = (cursor.u8() & 0x80) != 0;
            if (cancelled) {
                events.add(SpliceEvent.cancelled(SpliceCommand.SPLICE_SCHEDULE, id));
                continue;
            }
            int flags = cursor.u8();
            if ((flags & 0x40) != 0) {
                cursor.skip(4);
            } else {
                cursor.skip(5 * cursor.u8());
            }
            long duration = (flags & 0x20) != 0 ? cursor.time() : NONE;
            cursor.skip(4);
            events.add(new SpliceEvent(
                    SpliceCommand.SPLICE_SCHEDULE, id, false, (flags & 0x80) != 0, false, -1, NONE, duration));
        }
    }

    /** 9.7.3. Where components are spliced one by one, the first tells the time. */
    private void insert() {
        long id = cursor.u32();
        if ((cursor.u8() & 0x80) != 0) {
            events.add(SpliceEvent.cancelled(SpliceCommand.SPLICE_INSERT, id));
            return;
        }
        int flags = cursor.u8();
        boolean immediate = (flags & 0x10) != 0;
        long time = NONE;
        if ((flags & 0x40) != 0) {
            time = immediate ? NONE : cursor.spliceTime();
        } else {
            int components = cursor.u8();
            for (int component = 0; component < components && !cursor.overrun(); component++) {
                cursor.skip(1);
                long componentTime = immediate ? NONE : cursor.spliceTime();
                time = component == 0 ? componentTime : time;
            }
        }
        long duration = (flags & 0x20) != 0 ? cursor.time() : NONE;
        cursor.skip(4);
        events.add(new SpliceEvent(
                SpliceCommand.SPLICE_INSERT, id, false, (flags & 0x80) != 0, immediate, -1, time, duration));
    }

    /** 9.7.4: a time, and what happens then in descriptors. */
    private void timeSignal() {
        long time = cursor.spliceTime();
        int length = section.u16(11) & 0x0FFF;
        int descriptorsAt = length == UNKNOWN_LENGTH ? cursor.at() : COMMAND_AT + length;
        if (!cursor.overrun()) {
            int end = Math.min(section.bodyEnd(), descriptorsAt + 2 + section.u16(descriptorsAt));
            segmentation(descriptorsAt + 2, end, time);
        }
        if (events.isEmpty()) {
            events.add(new SpliceEvent(SpliceCommand.TIME_SIGNAL, NONE, false, false, time < 0, -1, time, NONE));
        }
    }

    private void segmentation(int from, int end, long time) {
        int at = from;
        while (at + 2 <= end) {
            int next = Math.min(end, at + 2 + section.u8(at + 1));
            SpliceCursor descriptor = new SpliceCursor(section, at + 2, next);
            if (section.u8(at) == SEGMENTATION && descriptor.u32() == CUEI) {
                SpliceEvent event = segment(descriptor, time);
                if (!descriptor.overrun()) {
                    events.add(event);
                }
            }
            at = next;
        }
    }

    private static SpliceEvent segment(SpliceCursor descriptor, long time) {
        long id = descriptor.u32();
        if ((descriptor.u8() & 0x80) != 0) {
            return SpliceEvent.cancelled(SpliceCommand.TIME_SIGNAL, id);
        }
        int flags = descriptor.u8();
        if ((flags & 0x80) == 0) {
            descriptor.skip(6 * descriptor.u8());
        }
        long duration = (flags & 0x40) != 0 ? (long) descriptor.u8() << 32 | descriptor.u32() : NONE;
        descriptor.skip(1);
        descriptor.skip(descriptor.u8());
        int type = descriptor.u8();
        descriptor.skip(2);
        return new SpliceEvent(SpliceCommand.TIME_SIGNAL, id, false, startsBreak(type), time < 0, type, time, duration);
    }

    /** Table 23: breaks, advertisements, placement opportunities and blocks of them; even numbers start. */
    private static boolean startsBreak(int type) {
        return type == 0x22 || (type >= 0x30 && type <= 0x3A && type % 2 == 0) || type == 0x44 || type == 0x46;
    }
}
