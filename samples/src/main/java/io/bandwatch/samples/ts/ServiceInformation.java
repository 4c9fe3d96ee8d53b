package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * The tables that a head-end adds to what its encoders make: networks, other streams, the bouquet, events and the time, each
 * within its limit of TR 101 290.
 */
final class ServiceInformation {
    private static final long MS = 1_000_000;

    private final List<PacketSource> sources = new ArrayList<>();
    private final IntFunction<int[]> counters;
    private long phaseNs;

    /**
     * @param services those that have events
     * @param tables what they say
     * @param counters the continuity_counter of each PID
     * @param firstNs when the first is due; each of the others a millisecond after the one before
     */
    ServiceInformation(List<SampleService> services, SampleTables tables, IntFunction<int[]> counters, long firstNs) {
        this.counters = counters;
        this.phaseNs = firstNs;
        add(0x10, TableIds.NIT, 3000, ns -> tables.nit(false));
        add(0x10, TableIds.NIT_OTHER, 4000, ns -> tables.nit(true));
        add(0x11, TableIds.SDT_OTHER, 4000, ns -> tables.sdt(true));
        add(0x11, TableIds.BAT, 4000, ns -> tables.bat());
        for (int number = 0; number < 2; number++) {
            int section = number;
            for (SampleService service : services) {
                int id = service.serviceId();
                event(TableIds.EIT, id, section, 450, ns -> tables.eit(id, section, false));
            }
            event(TableIds.EIT_OTHER, 77, section, 4000, ns -> tables.eit(77, section, true));
        }
        add(0x14, TableIds.TDT, 10_000, tables::tdt);
        add(0x14, TableIds.TOT, 10_000, tables::tot);
    }

    List<PacketSource> sources() {
        return sources;
    }

    private void add(int pid, int tableId, long periodMs, LongFunction<byte[]> section) {
        add(new TsPart(pid, Content.SECTION, tableId, TsPart.NONE, 0, SectionSource.AT, true), periodMs, section);
    }

    private void event(int tableId, int serviceId, int number, long periodMs, LongFunction<byte[]> section) {
        add(new TsPart(0x12, Content.SECTION, tableId, serviceId, number, SectionSource.AT, true), periodMs, section);
    }

    private void add(TsPart part, long periodMs, LongFunction<byte[]> section) {
        sources.add(new SectionSource(part, counters.apply(part.pid()), phaseNs, periodMs * MS, section));
        phaseNs += MS;
    }
}
