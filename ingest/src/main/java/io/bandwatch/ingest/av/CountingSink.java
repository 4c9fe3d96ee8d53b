package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts what a decoder makes and hands it on. Stream time is continued from process to process: a new one knows nothing of
 * wraps before its time.
 */
final class CountingSink implements DecodedSink {
    /** 33 bits at 90 kHz. */
    private static final long WRAP_NS = Math.floorDiv((1L << 33) * 100_000, 9);

    /** What was given to a process that ended is given to the next; it goes back no farther. */
    private static final long MOST_REPEATED_NS = 10_000_000_000L;

    private final DecodedListener listener;
    private final Map<Integer, Long> reachedNs = new TreeMap<>();
    private final Set<Integer> repeating = new TreeSet<>();
    private final Map<Integer, TrackTally> tallies = new TreeMap<>();
    private boolean fresh;
    private boolean dated;
    private long shiftNs;
    private long lastNs;

    CountingSink(DecodedListener listener) {
        this.listener = listener;
    }

    /** A new process begins. */
    synchronized DecodedSink begun() {
        fresh = true;
        repeating.addAll(reachedNs.keySet());
        return this;
    }

    synchronized void restarted(Restart restart) {
        listener.restarted(restart);
    }

    synchronized TrackCounts counts(int track) {
        TrackTally tally = tallies.get(track);
        return tally == null ? TrackCounts.NONE : tally.counts();
    }

    synchronized Map<Integer, TrackCounts> counts() {
        Map<Integer, TrackCounts> counts = new TreeMap<>();
        tallies.forEach((track, tally) -> counts.put(track, tally.counts()));
        return counts;
    }

    @Override
    public synchronized void track(Track track) {
        tallies.computeIfAbsent(track.number(), number -> new TrackTally());
        listener.track(track);
    }

    @Override
    public synchronized void picture(Picture picture) {
        Picture dated = new Picture(
                picture.track(),
                continued(picture.ptsNs()),
                picture.format(),
                picture.width(),
                picture.height(),
                picture.luma(),
                picture.blueDifference(),
                picture.redDifference(),
                picture.fullLuma(),
                picture.concealedShare(),
                picture.leftOutNs());
        if (!repeats(dated.track(), dated.ptsNs())) {
            tally(picture.track()).count(dated);
            listener.picture(dated);
        }
    }

    @Override
    public synchronized void sound(Sound sound) {
        Sound dated = new Sound(
                sound.track(),
                continued(sound.ptsNs()),
                sound.rateHz(),
                sound.channels(),
                sound.positions(),
                sound.samples(),
                sound.afterLeftOut());
        if (!repeats(dated.track(), dated.ptsNs())) {
            tally(sound.track()).count(dated);
            listener.sound(dated);
        }
    }

    @Override
    public synchronized void fault(Fault fault) {
        listener.fault(fault);
    }

    /** Whether the process before this one had brought it already. */
    private boolean repeats(int track, long ptsNs) {
        long behindNs = reachedNs.getOrDefault(track, Long.MIN_VALUE / 2) - ptsNs;
        if (repeating.contains(track) && behindNs >= 0 && behindNs < MOST_REPEATED_NS) {
            return true;
        }
        repeating.remove(track);
        reachedNs.put(track, ptsNs);
        return false;
    }

    private TrackTally tally(int track) {
        return tallies.computeIfAbsent(track, number -> new TrackTally());
    }

    private long continued(long ptsNs) {
        if (fresh) {
            fresh = false;
            shiftNs = dated ? Math.round((double) (lastNs - ptsNs) / WRAP_NS) * WRAP_NS : 0;
        }
        dated = true;
        lastNs = ptsNs + shiftNs;
        return lastNs;
    }
}
