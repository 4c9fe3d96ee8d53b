package io.bandwatch.dsp.ts.clock;

import io.bandwatch.signal.ts.TsClock;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The time of every packet since the first: that of its arrival, or between two {@link ClockScout anchors} shared evenly by
 * the packets there. After the last anchor it goes on at the rate before it. Time never runs back.
 */
public final class StreamClock {
    private final Deque<Anchor> ahead = new ArrayDeque<>();
    private TsClock source = TsClock.NONE;
    private Anchor from = new Anchor(0, 0);
    private double nsPerPacket;
    private long lastAnchor;
    private long lastShown;
    private double lastShownNs;
    private long arrivalNs;
    private long originNs;

    private record Anchor(long position, double ns) {}

    /** Where the time comes from; {@link TsClock#NONE} until one of the start methods is called. */
    public TsClock source() {
        return source;
    }

    /** Time from anchors; the first packet is at 0. */
    void startByAnchors() {
        source = TsClock.PCR;
    }

    /** Time from arrival; the first packet is at 0. */
    public void startByArrival(long firstNs) {
        source = TsClock.ARRIVAL;
        originNs = firstNs;
    }

    /** The packets that follow arrived at this time. */
    public void arrived(long ns) {
        arrivalNs = Math.max(arrivalNs, ns - originNs);
    }

    /** The time of a place further on. */
    void anchor(long position, double ns) {
        if (position > lastAnchor) {
            ahead.add(new Anchor(position, ns));
            lastAnchor = position;
            lastShown = position;
            lastShownNs = ns;
        }
    }

    /** Up to here the time is known, packets; no anchor follows that could change it. */
    public long knownUntil() {
        return source == TsClock.PCR ? lastAnchor : Long.MAX_VALUE;
    }

    /** No anchor follows: what there is tells the rest. */
    public void end() {
        lastAnchor = Long.MAX_VALUE;
    }

    /** Time of the packet at a place, ns; 0 without a clock. Places are asked for in rising order. */
    public long timeNs(long position) {
        if (source != TsClock.PCR) {
            return arrivalNs;
        }
        advance(position);
        return (long) (from.ns + (position - from.position) * nsPerPacket);
    }

    /** The same, but not beyond the last anchor: after it, at the end of a stream, nothing shows how much time passed. */
    public long shownNs(long position) {
        long timeNs = timeNs(position);
        return source == TsClock.PCR && position > lastShown ? Math.min(timeNs, (long) lastShownNs) : timeNs;
    }

    /** The first place at a time or after it, as far as it is known: else the end of what is known. */
    public long positionAt(long timeNs, long position) {
        advance(position);
        Anchor next = ahead.peek();
        if (nsPerPacket <= 0 || (next != null && next.ns < timeNs)) {
            return next == null ? Long.MAX_VALUE : next.position;
        }
        long found = from.position + (long) Math.ceil((timeNs - from.ns) / nsPerPacket);
        return Math.max(position, found);
    }

    /** Goes to the stretch between anchors that a place lies in. */
    private void advance(long position) {
        Anchor next = ahead.peek();
        while (next != null) {
            nsPerPacket = (next.ns - from.ns) / (next.position - from.position);
            if (position < next.position) {
                return;
            }
            from = ahead.remove();
            next = ahead.peek();
        }
    }
}
