package io.bandwatch.dsp.ts.splice;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the splice information of one transport stream and tells repetitions: senders send a command several times before
 * its moment (SCTE 35, 8.2 recommends it), and that is one splice. A cancelled event may be sent anew.
 *
 * <p>Remembers the last commands only. Not thread-safe.
 */
public final class SpliceReader {
    private static final double TICKS_PER_S = 90_000.0;

    /** More than repeat at a time: a break of an hour's schedule on every programme of a multiplex. */
    private static final int REMEMBERED = 256;

    private record Came(int pid, SpliceEvent event) {}

    private final Deque<Came> before = new ArrayDeque<>();
    private long encrypted;
    private long unreadable;

    /**
     * Reads a section whose CRC is right.
     *
     * @param timeNs stream time
     * @param pid where it came
     * @param bytes from table_id on
     * @param length bytes that belong to it
     * @return its commands, of which only the immediate ones know how far off they are: several where it schedules or segments several events, none where it cannot be read
     */
    public List<TsSplice> read(long timeNs, int pid, byte[] bytes, int length) {
        Section section = new Section(bytes, length);
        if (section.tableId() != TableId.SPLICE_INFO) {
            return List.of();
        }
        if ((section.u8(4) & 0x80) != 0) {
            encrypted++;
            return List.of();
        }
        long adjustment = (section.u8(4) & 1L) << 32 | (section.u32(5) & 0xFFFF_FFFFL);
        List<TsSplice> splices = new ArrayList<>();
        for (SpliceEvent event : new SpliceCommandReader(section).read()) {
            splices.add(splice(timeNs, pid, event.adjusted(adjustment)));
        }
        unreadable += splices.isEmpty() ? 1 : 0;
        return splices;
    }

    /** Sections that are encrypted: something is spliced, and what is not ours to know. */
    public long encrypted() {
        return encrypted;
    }

    /** Sections whose command ends too early, or is none. */
    public long unreadable() {
        return unreadable;
    }

    private TsSplice splice(long timeNs, int pid, SpliceEvent event) {
        boolean repeats = remember(new Came(pid, event));
        return new TsSplice(
                timeNs,
                pid,
                event.command(),
                event.id() < 0 ? TsService.UNKNOWN : event.id(),
                event.cancelled(),
                event.outOfNetwork(),
                event.immediate(),
                event.segmentationType() < 0 ? TsService.UNKNOWN : event.segmentationType(),
                seconds(event.ptsTicks()),
                event.immediate() ? 0 : Double.NaN,
                seconds(event.durationTicks()),
                repeats);
    }

    private boolean remember(Came came) {
        if (before.contains(came)) {
            return true;
        }
        if (came.event().id() >= 0) {
            before.removeIf(other -> other.pid() == came.pid()
                    && other.event().id() == came.event().id()
                    && other.event().cancelled() != came.event().cancelled());
        }
        before.addLast(came);
        if (before.size() > REMEMBERED) {
            before.removeFirst();
        }
        return false;
    }

    private static double seconds(long ticks) {
        return ticks < 0 ? Double.NaN : ticks / TICKS_PER_S;
    }
}
