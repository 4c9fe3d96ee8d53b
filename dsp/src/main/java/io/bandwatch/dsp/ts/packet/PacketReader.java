package io.bandwatch.dsp.ts.packet;

import org.jspecify.annotations.Nullable;

/**
 * Finds the packets in bytes that come cut anywhere, with the hysteresis of TR 101 290, 5.2.1: sync is found after five
 * sync bytes in a row and lost after two wrong ones. The first five also tell how long a packet is. After a loss every byte
 * is a candidate, from the first wrong one on: bytes may have been lost or added there.
 *
 * <p>A packet with a single wrong sync byte is a packet: the byte can be wrong alone (TR 101 290, indicator 1.2).
 *
 * <p>Not thread-safe. Keeps less than {@value #CARRY} bytes between calls.
 */
public final class PacketReader {
    private static final int CARRY = PacketFormat.SYNCS * 204;

    private final PacketSink sink;
    private final byte[] carried = new byte[CARRY + 2 * CARRY];
    private int carriedBytes;
    private @Nullable PacketFormat format;
    private boolean locked;
    private boolean stopped;
    private long lostBytes;
    private long lostSincePacket;
    private long syncLosses;
    private long syncByteErrors;

    public PacketReader(PacketSink sink) {
        this.sink = sink;
    }

    /**
     * Takes bytes until the sink says stop.
     *
     * @return how many it took; fewer than {@code length} only where the sink stopped it
     */
    public int accept(byte[] block, int offset, int length) {
        stopped = false;
        int taken = 0;
        if (carriedBytes > 0) {
            taken = joined(block, offset, length);
            if (stopped || carriedBytes > 0) {
                return taken;
            }
        }
        int end = offset + length;
        int at = read(block, offset + taken, end, end, false);
        if (stopped) {
            return at - offset;
        }
        carriedBytes = end - at;
        System.arraycopy(block, at, carried, 0, carriedBytes);
        return length;
    }

    /** Nothing follows: what waited for more bytes is taken as it is. Call again while the sink stops it. */
    public void end() {
        stopped = false;
        int at = read(carried, 0, carriedBytes, carriedBytes, true);
        carriedBytes -= at;
        System.arraycopy(carried, at, carried, 0, carriedBytes);
        if (!stopped) {
            lostBytes += carriedBytes;
            carriedBytes = 0;
        }
    }

    /** Whether the sink stopped the last call before its end. */
    public boolean stopped() {
        return stopped;
    }

    /** Whether sync is held. */
    public boolean locked() {
        return locked;
    }

    /** How the packets come; absent before the first sync. */
    public @Nullable PacketFormat format() {
        return format;
    }

    /** Bytes that belong to no packet. */
    public long lostBytes() {
        return lostBytes;
    }

    /** Times sync was lost. */
    public long syncLosses() {
        return syncLosses;
    }

    /** Wrong sync bytes while sync was held. */
    public long syncByteErrors() {
        return syncByteErrors;
    }

    /** Packets that begin in what was carried, with as much of the new bytes as they can need. */
    private int joined(byte[] block, int offset, int length) {
        int before = carriedBytes;
        int added = Math.min(length, carried.length - before);
        System.arraycopy(block, offset, carried, before, added);
        int at = read(carried, 0, before + added, before, false);
        if (at >= before) {
            carriedBytes = 0;
            return at - before;
        }
        int kept = stopped ? before : before + added;
        System.arraycopy(carried, at, carried, 0, kept - at);
        carriedBytes = kept - at;
        return stopped ? 0 : added;
    }

    /** Takes what begins before a limit; returns where it came to. */
    private int read(byte[] bytes, int from, int end, int limit, boolean last) {
        int at = from;
        while (!stopped && at < limit) {
            boolean wasLocked = locked;
            PacketFormat known = format;
            int next = wasLocked && known != null
                    ? packets(bytes, at, end, limit, known, last)
                    : hunt(bytes, at, end, limit, last);
            if (next == at && locked == wasLocked) {
                break;
            }
            at = next;
        }
        return at;
    }

    private int packets(byte[] bytes, int from, int end, int limit, PacketFormat known, boolean last) {
        int stride = known.stride();
        int sync = known.syncOffset();
        boolean stamped = known == PacketFormat.STAMPED;
        int lastStart = Math.min(limit - 1, end - PacketFormat.PACKET_BYTES - sync);
        if (!last) {
            lastStart = Math.min(lastStart, end - stride);
        }
        int at = from;
        while (at <= lastStart) {
            if (!stamped) {
                at = sink.plainPackets(bytes, at, lastStart, stride);
                if (at > lastStart) {
                    break;
                }
            }
            if (bytes[at + sync] != PacketFormat.SYNC_BYTE) {
                int next = at + stride + sync;
                if (next >= end && !last) {
                    return at;
                }
                if (next < end && bytes[next] != PacketFormat.SYNC_BYTE) {
                    return lose(at);
                }
                syncByteErrors++;
                sink.wrongSyncByte();
            }
            if (stamped) {
                sink.stamp(stampOf(bytes, at));
            }
            boolean stop = sink.packet(bytes, at + sync);
            at += stride;
            if (stop) {
                stopped = true;
                return Math.min(at, end);
            }
        }
        return Math.min(at, end);
    }

    private int lose(int at) {
        locked = false;
        syncByteErrors += 2;
        syncLosses++;
        sink.wrongSyncByte();
        sink.wrongSyncByte();
        sink.syncLost();
        lostBytes++;
        lostSincePacket = 1;
        return at + 1;
    }

    private int hunt(byte[] bytes, int from, int end, int limit, boolean last) {
        int at = from;
        for (; at < limit; at++) {
            PacketFormat found = formatAt(bytes, at, end, last);
            if (found != null) {
                format = found;
                locked = true;
                sink.syncFound(found, lostSincePacket);
                lostSincePacket = 0;
                return at;
            }
            if (!last && at + reach() > end) {
                break;
            }
            lostBytes++;
            lostSincePacket++;
        }
        return at;
    }

    private int reach() {
        PacketFormat known = format;
        return known == null ? PacketFormat.CODED.reach() : known.reach();
    }

    /** A recording of fewer packets than a sync needs is one if it begins with a packet. */
    private @Nullable PacketFormat formatAt(byte[] bytes, int at, int end, boolean last) {
        boolean whole = last && lostBytes == 0;
        PacketFormat known = format;
        if (known != null) {
            return (whole || at + known.reach() <= end) && known.fits(bytes, at, end) ? known : null;
        }
        for (PacketFormat candidate : PacketFormat.values()) {
            int needed = whole ? PacketFormat.PACKET_BYTES + candidate.syncOffset() : candidate.reach();
            if (at + needed <= end && candidate.fits(bytes, at, end)) {
                return candidate;
            }
        }
        return null;
    }

    private static int stampOf(byte[] bytes, int at) {
        return (bytes[at] & 0x3F) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
