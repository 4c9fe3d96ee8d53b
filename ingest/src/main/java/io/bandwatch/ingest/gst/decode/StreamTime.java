package io.bandwatch.ingest.gst.decode;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Two times of a track: that of the stream, which wraps and may jump, and one for GStreamer, which never goes back. The stream
 * is continued over the wrap of its 33 bits (ISO/IEC 13818-1, 2.4.3.7); a step of its decoding time that no stream makes by
 * itself begins a new stretch, and each picture is dated by the stretch it belongs to.
 */
final class StreamTime {
    private static final long WRAP_TICKS = 1L << 33;
    private static final long FORWARD_NS = 10_000_000_000L;
    private static final long BACK_NS = 1_000_000_000L;

    /** Between stretches: longer than any picture waits for its turn. */
    private static final long APART_NS = 2_000_000_000L;

    private static final int MOST_STRETCHES = 64;

    private final NavigableMap<Long, Long> shifts = new TreeMap<>();
    private boolean started;
    private long lastTicks;
    private long lastStreamNs;
    private long latestNs;

    /** Stream time of 33 bits, continued over the wrap. */
    private long continued(long ticks) {
        if (!started) {
            lastTicks = ticks;
            return ticks;
        }
        long step = Math.floorMod(ticks - lastTicks + WRAP_TICKS / 2, WRAP_TICKS) - WRAP_TICKS / 2;
        return lastTicks + step;
    }

    /**
     * Takes the next unit.
     *
     * @return decoding and presentation time for GStreamer
     */
    synchronized long[] take(long dtsTicks, long ptsTicks) {
        long dts = continued(dtsTicks);
        long dtsNs = ns(dts);
        lastTicks = dts;
        long ptsNs = ns(continued(ptsTicks));
        long stepNs = dtsNs - lastStreamNs;
        if (!started || stepNs > FORWARD_NS || stepNs < -BACK_NS) {
            long fromNs = started ? latestNs + APART_NS : 0;
            shifts.put(fromNs, dtsNs - fromNs);
            if (shifts.size() > MOST_STRETCHES) {
                shifts.pollFirstEntry();
            }
        }
        started = true;
        lastStreamNs = dtsNs;
        long shiftNs = shifts.lastEntry().getValue();
        latestNs = Math.max(latestNs, Math.max(dtsNs, ptsNs) - shiftNs);
        return new long[] {Math.max(0, dtsNs - shiftNs), Math.max(0, ptsNs - shiftNs)};
    }

    /** Stream time of what GStreamer dates. */
    synchronized long streamNs(long gstreamerNs) {
        var stretch = shifts.floorEntry(gstreamerNs);
        var nearest = stretch == null ? shifts.firstEntry() : stretch;
        return nearest == null ? gstreamerNs : gstreamerNs + nearest.getValue();
    }

    private static long ns(long ticks) {
        return Math.floorDiv(ticks * 100_000, 9);
    }
}
