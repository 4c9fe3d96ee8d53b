package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;

/** Clock references of a PID: each says the time of its own place, to a tick of 27 MHz. */
final class ReferenceSource implements PacketSource {
    private static final long TICKS_PER_US = 27;
    private static final long NS_PER_US = 1000;

    private final TsPart part;
    private final int[] counter;
    private final long periodNs;
    private long dueNs;

    ReferenceSource(int pid, int[] counter, long firstNs, long periodNs) {
        this.part = TsPart.of(pid, Content.REFERENCE);
        this.counter = counter;
        this.dueNs = firstNs;
        this.periodNs = periodNs;
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
        PacketBytes.reference(packet, offset, part.pid(), counter[0] - 1, ticks(nowNs));
        pass();
    }

    @Override
    public void pass() {
        dueNs += periodNs;
    }

    static long ticks(long ns) {
        return Math.round((double) ns * TICKS_PER_US / NS_PER_US);
    }
}
