package io.bandwatch.ingest.live.datagram;

import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import java.util.Arrays;

/**
 * Puts RTP packets into the order of their sequence numbers (RFC 3550, 5.1, and A.1 for senders that begin anew). A packet that
 * is early waits until those before it have come, {@value #WINDOW} later ones have, or {@value #PATIENCE_MS} ms have passed; then
 * those before it are lost. Not thread-safe.
 */
public final class RtpOrder {
    /** Packets that can wait. At 40 Mbit/s they are 17 ms; networks swap neighbours. */
    static final int WINDOW = 64;

    static final int PATIENCE_MS = 100;

    /** A jump as long as this is another sequence: RFC 3550, A.1, MAX_DROPOUT. */
    private static final int LONGEST_LOSS = 3000;

    /** A packet so late is another sequence too: RFC 3550, A.1, MAX_MISORDER. */
    private static final int LATEST = 100;

    private static final int MODULUS = 1 << 16;
    private static final int KNOWN = 128;

    private final TransportCounts counts;
    private final Payloads out;
    private final byte[][] waiting = new byte[WINDOW][];
    private final long[] waitingSinceNs = new long[WINDOW];
    private final boolean[] came = new boolean[KNOWN];
    private int waits;
    private int next = -1;
    private int source;

    /** Takes payloads in order. */
    public interface Payloads {
        void take(byte[] bytes, int offset, int length);
    }

    /**
     * An order that knows of no packet yet.
     *
     * @param counts what is lost, late or there twice
     * @param out takes what is in order
     */
    public RtpOrder(TransportCounts counts, Payloads out) {
        this.counts = counts;
        this.out = out;
    }

    /** What follows is taken as it comes: something was lost on our side, which is not to be counted here. */
    public void forget() {
        Arrays.fill(waiting, null);
        waits = 0;
        next = -1;
    }

    /**
     * A packet came.
     *
     * @param header of it
     * @param nowNs when it came, ns of a steady clock
     */
    public void accept(RtpHeader header, byte[] datagram, long nowNs) {
        if (next < 0 || header.source() != source) {
            begin(header);
        }
        int ahead = Math.floorMod(header.sequence() - next, MODULUS);
        int behind = MODULUS - ahead;
        if (ahead >= LONGEST_LOSS && behind > LATEST) {
            begin(header);
            ahead = 0;
        }
        if (ahead >= LONGEST_LOSS) {
            overdue(header.sequence());
        } else if (ahead == 0) {
            counts.add(Count.REORDERED, waits > 0 ? 1 : 0);
            deliver(datagram, header.from(), header.until());
            deliverWaiting();
        } else {
            keep(header, datagram, ahead, nowNs);
        }
    }

    /** Gives up what has been waited for too long. */
    public void passed(long nowNs) {
        while (waits > 0 && nowNs - oldestNs() >= PATIENCE_MS * 1_000_000L) {
            giveUp();
        }
    }

    private void begin(RtpHeader header) {
        if (next >= 0) {
            while (waits > 0) {
                giveUp();
            }
            counts.add(Count.RESTARTS, 1);
        }
        source = header.source();
        next = header.sequence();
        // what came before the beginning is no loss, and if it comes late it is out of order all the same
        Arrays.fill(came, false);
    }

    private void overdue(int sequence) {
        boolean known = came[sequence % KNOWN];
        counts.add(known ? Count.DUPLICATES : Count.LATE, 1);
        came[sequence % KNOWN] = true;
    }

    private void keep(RtpHeader header, byte[] datagram, int ahead, long nowNs) {
        int distance = ahead;
        while (distance >= WINDOW) {
            // too far ahead to wait for
            giveUp();
            distance = Math.floorMod(header.sequence() - next, MODULUS);
        }
        if (distance == 0) {
            deliver(datagram, header.from(), header.until());
            deliverWaiting();
            return;
        }
        int place = header.sequence() % WINDOW;
        if (waiting[place] != null) {
            counts.add(Count.DUPLICATES, 1);
            return;
        }
        counts.add(Count.REORDERED, isBehindAnother(distance) ? 1 : 0);
        waiting[place] = Arrays.copyOfRange(datagram, header.from(), header.until());
        waitingSinceNs[place] = nowNs;
        waits++;
    }

    private boolean isBehindAnother(int distance) {
        for (int later = distance + 1; later < WINDOW; later++) {
            if (waiting[(next + later) % WINDOW] != null) {
                return true;
            }
        }
        return false;
    }

    /** The packet that is due is lost. */
    private void giveUp() {
        counts.add(Count.LOST, 1);
        came[next % KNOWN] = false;
        next = (next + 1) % MODULUS;
        deliverWaiting();
    }

    private void deliverWaiting() {
        for (byte[] payload = waiting[next % WINDOW]; payload != null; payload = waiting[next % WINDOW]) {
            waiting[next % WINDOW] = null;
            waits--;
            deliver(payload, 0, payload.length);
        }
    }

    private void deliver(byte[] bytes, int from, int until) {
        out.take(bytes, from, until - from);
        came[next % KNOWN] = true;
        next = (next + 1) % MODULUS;
    }

    private long oldestNs() {
        long oldest = Long.MAX_VALUE;
        for (int place = 0; place < WINDOW; place++) {
            if (waiting[place] != null) {
                oldest = Math.min(oldest, waitingSinceNs[place]);
            }
        }
        return oldest;
    }
}
