package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import java.util.function.LongFunction;

/** One section, again and again; sections of one PID share their counter. */
final class SectionSource implements PacketSource {
    /** Behind a header and a pointer. */
    static final int AT = 5;

    private final TsPart part;
    private final int[] counter;
    private final long periodNs;
    private final LongFunction<byte[]> section;
    private long dueNs;

    SectionSource(TsPart part, int[] counter, long firstNs, long periodNs, LongFunction<byte[]> section) {
        this.part = part;
        this.counter = counter;
        this.dueNs = firstNs;
        this.periodNs = periodNs;
        this.section = section;
    }

    @Override
    public long dueNs() {
        return dueNs;
    }

    @Override
    public TsPart next() {
        return part;
    }

    @Override
    public void write(byte[] packet, int offset, long nowNs) {
        PacketBytes.section(packet, offset, part.pid(), counter[0]++, section.apply(nowNs));
        pass();
    }

    @Override
    public void pass() {
        dueNs += periodNs;
    }
}
