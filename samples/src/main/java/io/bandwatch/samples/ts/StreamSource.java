package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;

/** A picture or a sound: PES packets of so many packets, as often as that, each with its presentation time. */
final class StreamSource implements PacketSource {
    private static final long NS_PER_S = 1_000_000_000;
    private static final long PTS_PER_S = 90_000;

    /** Presented so long after it was sent. */
    private static final long DELAY_NS = 200_000_000;

    private static final int AUDIO = 0xC0;

    private final int pid;
    private final int streamId;
    private final int packets;
    private final long periodNs;
    private final int[] counter;
    private final TsPart start;
    private final TsPart further;
    private long unitNs;
    private int sent;

    StreamSource(int pid, int streamId, int packets, long periodNs, int[] counter) {
        this.pid = pid;
        this.streamId = streamId;
        this.packets = packets;
        this.periodNs = periodNs;
        this.counter = counter;
        this.start = TsPart.of(pid, Content.UNIT_START);
        this.further = TsPart.of(pid, Content.UNIT);
    }

    @Override
    public long dueNs() {
        return unitNs + (sent * periodNs) / (packets + 1);
    }

    @Override
    public TsPart next() {
        return sent == 0 ? start : further;
    }

    @Override
    public void write(byte[] packet, int offset, long nowNs) {
        PacketBytes.unit(packet, offset, pid, counter[0]++, sent == 0);
        if (sent == 0) {
            boolean sound = streamId == AUDIO;
            // a picture may leave its length open (2.4.3.7); a frame of layer II begins with FFFD
            int length = sound ? packets * (PacketBytes.LENGTH - 4) - 6 : 0;
            byte[] begin = sound ? new byte[] {(byte) 0xFF, (byte) 0xFD} : new byte[] {0, 0, 0, 1, 9};
            PacketBytes.pesHeader(packet, offset, streamId, length, pts(unitNs + DELAY_NS), begin);
        }
        pass();
    }

    @Override
    public void pass() {
        if (++sent == packets) {
            sent = 0;
            unitNs += periodNs;
        }
    }

    private static long pts(long ns) {
        return (ns / NS_PER_S) * PTS_PER_S + (ns % NS_PER_S) * PTS_PER_S / NS_PER_S;
    }
}
