package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.TsPart.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * An endless transport stream at a constant rate, made packet by packet. It keeps every limit of TR 101 290 with room to
 * spare; faults alone break them. The same faults give the same bytes. Not thread-safe.
 */
public final class Multiplex {
    public static final int PACKET_BYTES = PacketBytes.LENGTH;
    public static final List<SampleService> SERVICES =
            List.of(new SampleService(1, "样本一套", 0x100), new SampleService(2, "Sample Two", 0x110));

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    /** 1.504 Mbit/s: a packet a millisecond. */
    private static final long PACKET_NS = 1_000_000;

    private static final long MS = 1_000_000;
    private static final int PMT_PERIOD_MS = 120;

    private final List<PacketSource> sources = new ArrayList<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final SampleTables tables = new SampleTables(SERVICES, START);
    private final List<Fault> faults;
    private long packets;
    private int phaseMs;

    /** @param faults to be put in; those of an earlier stream cannot be used again */
    public Multiplex(List<Fault> faults) {
        this.faults = List.copyOf(faults);
        for (SampleService service : SERVICES) {
            sources.add(new ReferenceSource(service.videoPid(), counter(service.videoPid()), phase(), 35 * MS));
        }
        addTables();
        for (SampleService service : SERVICES) {
            sources.add(new StreamSource(service.videoPid(), 0xE0, 8, 40 * MS, counter(service.videoPid())));
            sources.add(new StreamSource(service.audioPid(), 0xC0, 4, 96 * MS, counter(service.audioPid())));
        }
    }

    /** Stream time of the next packet, ns. */
    public long timeNs() {
        return packets * PACKET_NS;
    }

    /** Writes the next packet. */
    public void next(byte[] buffer, int offset) {
        long nowNs = timeNs();
        TsPart part = take(buffer, offset, nowNs);
        for (Fault fault : faults) {
            fault.alter(part, nowNs, buffer, offset);
        }
        packets++;
    }

    private TsPart take(byte[] buffer, int offset, long nowNs) {
        for (PacketSource source : sources) {
            while (source.dueNs() <= nowNs) {
                TsPart part = source.next();
                if (faults.stream().noneMatch(fault -> fault.withholds(part, nowNs))) {
                    source.write(buffer, offset, nowNs);
                    return part;
                }
                source.pass();
            }
        }
        PacketBytes.stuffing(buffer, offset);
        return TsPart.NULL_PACKET;
    }

    private void addTables() {
        add(0x00, SampleTables.PAT, 0, 100, ns -> tables.pat());
        for (SampleService service : SERVICES) {
            add(service.pmtPid(), SampleTables.PMT, 0, PMT_PERIOD_MS, ns -> tables.pmt(service));
        }
        add(0x10, SampleTables.NIT, 0, 3000, ns -> tables.nit(false));
        add(0x10, SampleTables.NIT_OTHER, 0, 4000, ns -> tables.nit(true));
        add(0x11, SampleTables.SDT, 0, 900, ns -> tables.sdt(false));
        add(0x11, SampleTables.SDT_OTHER, 0, 4000, ns -> tables.sdt(true));
        add(0x11, SampleTables.BAT, 0, 4000, ns -> tables.bat());
        for (int number = 0; number < 2; number++) {
            int section = number;
            for (SampleService service : SERVICES) {
                add(0x12, SampleTables.EIT, section, 450, ns -> tables.eit(service.serviceId(), section, false));
            }
            add(0x12, SampleTables.EIT_OTHER, section, 4000, ns -> tables.eit(77, section, true));
        }
        add(0x14, SampleTables.TDT, 0, 10_000, tables::tdt);
        add(0x14, SampleTables.TOT, 0, 10_000, tables::tot);
    }

    private void add(int pid, int tableId, int number, long periodMs, LongFunction<byte[]> section) {
        TsPart part = new TsPart(pid, Content.SECTION, tableId, number);
        sources.add(new SectionSource(part, counter(pid), phase(), periodMs * MS, section));
    }

    /** Nothing begins at once with another thing. */
    private long phase() {
        return phaseMs++ * MS;
    }

    private int[] counter(int pid) {
        return counters.computeIfAbsent(pid, key -> new int[1]);
    }
}
