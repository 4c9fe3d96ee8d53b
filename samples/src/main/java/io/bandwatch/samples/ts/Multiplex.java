package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.fault.Fault;
import io.bandwatch.samples.ts.fault.FaultTargets;
import io.bandwatch.samples.ts.fault.Span;
import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
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
public final class Multiplex implements PacketStream {
    public static final int PACKET_BYTES = PacketBytes.LENGTH;
    public static final List<SampleService> SERVICES =
            List.of(new SampleService(1, "样本一套", 0x100), new SampleService(2, "Sample Two", 0x110));

    /** 1.504 Mbit/s: a packet a millisecond. */
    private static final long PACKET_NS = 1_000_000;

    /** Where faults find what they befall. Any three packets can be spared: what is withheld leaves room. */
    public static final FaultTargets TARGETS = new FaultTargets(
            SERVICES.get(0).pmtPid(),
            SERVICES.get(0).videoPid(),
            SERVICES.get(1).audioPid(),
            SERVICES.get(1).videoPid(),
            SERVICES.get(0).serviceId(),
            TableIds.SDT,
            startNs -> new Span(startNs, startNs + 3 * PACKET_NS));

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

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

    @Override
    public long timeNs() {
        return packets * PACKET_NS;
    }

    @Override
    public void next(byte[] buffer, int offset) {
        long nowNs = timeNs();
        TsPart part = take(buffer, offset, nowNs);
        for (Fault fault : faults) {
            fault.alter(part, nowNs, buffer, offset);
        }
        if (Fault.putIn(part, buffer, offset)) {
            PacketBytes.counter(buffer, offset, counter(PacketBytes.pid(buffer, offset))[0]++);
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
        add(0x00, TableIds.PAT, 100, ns -> tables.pat());
        for (SampleService service : SERVICES) {
            add(service.pmtPid(), TableIds.PMT, PMT_PERIOD_MS, ns -> tables.pmt(service));
        }
        add(0x11, TableIds.SDT, 900, ns -> tables.sdt(false));
        sources.addAll(new ServiceInformation(SERVICES, tables, this::counter, phase()).sources());
    }

    private void add(int pid, int tableId, long periodMs, LongFunction<byte[]> section) {
        TsPart part = new TsPart(pid, Content.SECTION, tableId, TsPart.NONE, 0, SectionSource.AT, true);
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
