package io.bandwatch.dsp.ts.packet;

import java.util.Arrays;

/**
 * Counts every packet of a stream: PIDs, continuity, scrambling, transport errors, and finds the clock references.
 *
 * <p>A packet with transport_error_indicator gives no further indication (TR 101 290, indicator 2.1). The rules of
 * continuity_counter are those of ISO/IEC 13818-1, 2.4.3.3: one up with every payload, held without one, free at a
 * discontinuity_indicator, and one repetition of a packet allowed; its content must be the same. Null packets have none.
 *
 * <p>Most packets have a payload alone and the next count: for them a number is compared that holds all of this. Not
 * thread-safe; allocates nothing.
 */
public final class PacketCounter implements PacketSink {
    /** PIDs there can be. */
    public static final int PIDS = 8192;

    /** PID of null packets. */
    public static final int NULL_PID = 0x1FFF;

    private static final int NOT_PLAIN =
            Header.SYNC | Header.TRANSPORT_ERROR | Header.UNIT_START | Header.ADAPTATION | Header.SCRAMBLING;
    private static final int LOW = Header.PAYLOAD | Header.COUNTER;
    private static final int UNSEEN = -1;

    /** In {@code expected}: the last packet had no payload, or was a repetition; never equal to a plain header. */
    private static final int NO_PAYLOAD = 0x100;

    private static final int REPEATED = 0x200;

    private final PacketEvents events;
    private final PacketPlace place = new PacketPlace();
    private final long[] packets = new long[PIDS];
    private final int[] expected = new int[PIDS];
    private final long[] prints = new long[PIDS];
    private final int[] interests = new int[PIDS];
    private final long[] scrambled = new long[PIDS];
    private final long[] continuityErrors = new long[PIDS];
    private final boolean[] discontinuities = new boolean[PIDS];
    private long tickAt = Long.MAX_VALUE;
    private long damaged;
    private long allContinuityErrors;
    private long duplicates;
    private long allScrambled;

    public PacketCounter(PacketEvents events) {
        this.events = events;
        Arrays.fill(expected, UNSEEN);
    }

    @Override
    public boolean packet(byte[] buffer, int offset) {
        int header = Header.at(buffer, offset);
        int pid = Header.pid(header);
        if ((header & (Header.TRANSPORT_ERROR | Header.ADAPTATION | Header.SCRAMBLING)) == 0
                && (header & LOW) == expected[pid]) {
            packets[pid]++;
            expected[pid] = Header.PAYLOAD | (header + 1 & Header.COUNTER);
            prints[pid] = print(buffer, offset);
            if (interests[pid] != 0 && wanted(pid, header)) {
                events.payload(buffer, offset + 4, offset + PacketFormat.PACKET_BYTES, header, false);
            }
        } else {
            unusual(buffer, offset, header, pid);
        }
        return place.next() >= tickAt && events.tick();
    }

    /** Those with a payload alone that nobody wants, up to the next tick. */
    @Override
    public int plainPackets(byte[] buffer, int from, int last, int stride) {
        int end = place.lastBefore(tickAt, from, last, stride);
        int at = from;
        while (at <= end) {
            int header = Header.at(buffer, at);
            int pid = Header.pid(header);
            if ((header & NOT_PLAIN) != Header.SYNC_HELD
                    || (header & LOW) != expected[pid]
                    || interests[pid] == Interest.ALWAYS) {
                break;
            }
            packets[pid]++;
            expected[pid] = Header.PAYLOAD | (header + 1 & Header.COUNTER);
            prints[pid] = print(buffer, at);
            at += stride;
        }
        place.pass((at - from) / stride);
        return at;
    }

    @Override
    public void stamp(int ticks) {
        events.stamp(ticks);
    }

    @Override
    public void wrongSyncByte() {
        events.wrongSyncByte();
    }

    @Override
    public void syncLost() {
        events.syncLost();
    }

    @Override
    public void syncFound(PacketFormat format, long lostBytes) {
        place.skip(format, lostBytes);
        events.syncFound(format);
    }

    /** Says which payloads of a PID are wanted. */
    public void want(int pid, Interest interest) {
        interests[pid] = interest.code();
    }

    /** Asks for {@link PacketEvents#tick} once as many packets have passed, and after at least one. */
    public void tickAt(long position) {
        tickAt = position;
    }

    /** Packets so far, and as many as the bytes between them had room for: the place in the stream. */
    public long position() {
        return place.position();
    }

    /** All packets. */
    public long packets() {
        return place.packets();
    }

    public long packets(int pid) {
        return packets[pid];
    }

    /** Breaks of continuity_counter; packets that come more than twice are no break. */
    public long continuityErrors() {
        return allContinuityErrors;
    }

    public long continuityErrors(int pid) {
        return continuityErrors[pid];
    }

    public long scrambled() {
        return allScrambled;
    }

    public long scrambled(int pid) {
        return scrambled[pid];
    }

    /** Packets with transport_error_indicator. */
    public long transportErrors() {
        return damaged;
    }

    /** Packets that repeat the one before; beyond the first repetition each is told as a continuity error as well. */
    public long duplicates() {
        return duplicates;
    }

    private boolean wanted(int pid, int header) {
        return (interests[pid] & ((header & Header.UNIT_START) | Interest.ALWAYS)) != 0;
    }

    private void unusual(byte[] buffer, int offset, int header, int pid) {
        if ((header & Header.TRANSPORT_ERROR) != 0) {
            damaged++;
            events.transportError();
            return;
        }
        if (packets[pid]++ == 0) {
            events.appeared(pid);
        }
        if (Header.scrambled(header)) {
            scrambled[pid]++;
            allScrambled++;
        }
        if (pid == NULL_PID) {
            return;
        }
        boolean announced = (header & Header.ADAPTATION) != 0 && adaptation(buffer, offset, pid);
        continuity(buffer, offset, header, announced);
    }

    /** Reads the adaptation field; returns whether it announces a discontinuity. */
    private boolean adaptation(byte[] buffer, int offset, int pid) {
        boolean announced = Header.announcesDiscontinuity(buffer, offset);
        discontinuities[pid] |= announced;
        if (Header.carriesPcr(buffer, offset)) {
            events.pcr(pid, Header.pcr(buffer, offset), discontinuities[pid]);
            discontinuities[pid] = false;
        }
        return announced;
    }

    private void continuity(byte[] buffer, int offset, int header, boolean announced) {
        int pid = Header.pid(header);
        int before = expected[pid];
        int counter = header & Header.COUNTER;
        boolean payload = (header & Header.PAYLOAD) != 0;
        if (!payload && (header & Header.ADAPTATION) == 0) {
            return;
        }
        int last = before - 1 & Header.COUNTER;
        long print = print(buffer, offset);
        boolean known = before != UNSEEN && !announced;
        if (payload && known && counter == last && (before & NO_PAYLOAD) == 0 && print == prints[pid]) {
            repeated(buffer, offset, header, before);
            return;
        }
        boolean broken = known && counter != (payload ? before & Header.COUNTER : last);
        if (broken) {
            continuityErrors[pid]++;
            allContinuityErrors++;
            events.continuityError(pid);
        }
        prints[pid] = print;
        expected[pid] = Header.PAYLOAD | (counter + 1 & Header.COUNTER) | (payload ? 0 : NO_PAYLOAD);
        if (payload && wanted(pid, header)) {
            hand(buffer, offset, header, broken || announced);
        }
    }

    /** Once is allowed. More often it is a counter that stands still, and what the packets bring may be wanted. */
    private void repeated(byte[] buffer, int offset, int header, int before) {
        int pid = Header.pid(header);
        duplicates++;
        expected[pid] = before | REPEATED;
        if ((before & REPEATED) != 0) {
            events.continuityError(pid);
            if (wanted(pid, header)) {
                hand(buffer, offset, header, false);
            }
        }
    }

    private void hand(byte[] buffer, int offset, int header, boolean broken) {
        int from = offset + 4 + ((header & Header.ADAPTATION) == 0 ? 0 : 1 + (buffer[offset + 4] & 0xFF));
        int end = offset + PacketFormat.PACKET_BYTES;
        if (from < end) {
            events.payload(buffer, from, end, header, broken);
        }
    }

    /** Tells packets apart: enough of them to know a repetition, past any clock reference, which may differ in one. */
    private static long print(byte[] buffer, int offset) {
        return Header.eightBytes(buffer, offset + 20) * 31 + Header.eightBytes(buffer, offset + 180);
    }
}
