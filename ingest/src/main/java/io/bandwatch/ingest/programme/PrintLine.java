package io.bandwatch.ingest.programme;

import io.bandwatch.dsp.video.Plane;
import io.bandwatch.dsp.video.PrintMeter;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.signal.av.PicturePrint;

/**
 * Prints of the pictures of a track on their way into looks: in the middle of each step the picture that is shown then. Of a
 * picture that stands for others only the step in which it begins is told. Not thread-safe.
 */
final class PrintLine {
    private static final long STEP_NS = PicturePrint.STEP_NS;
    private static final int LONGS = PicturePrint.LONGS;

    private final PrintMeter meter = new PrintMeter();
    private final long[] last = new long[LONGS];
    private long lastUntilNs = Long.MIN_VALUE;
    private long[] prints = new long[0];
    private long fromNs;

    /** A look begins. */
    void begin(Stretch look) {
        fromNs = look.fromNs();
        prints = new long[(int) ((look.untilNs() - fromNs + STEP_NS / 2) / STEP_NS) * LONGS];
        if (lastUntilNs > fromNs) {
            fill(0, firstStep(lastUntilNs));
        }
    }

    /** The next picture. */
    void take(PictureLine.Waiting next) {
        Picture picture = next.picture();
        boolean alone = picture.alone();
        long untilNs = next.atNs() + next.lengthNs();
        long at = alone ? Math.floorDiv(next.atNs() - fromNs, STEP_NS) : firstStep(next.atNs());
        long until = alone ? at + 1 : firstStep(untilNs);
        if (at < until) {
            Plane luma = new Plane(picture.luma(), 0, picture.width(), picture.height(), picture.width());
            meter.measure(luma, last, 0);
            fill(at, until);
        }
        lastUntilNs = at < until && !alone ? untilNs : Long.MIN_VALUE;
    }

    private void fill(long at, long until) {
        for (long step = Math.max(0, at); step < until && step * LONGS < prints.length; step++) {
            System.arraycopy(last, 0, prints, (int) step * LONGS, LONGS);
        }
    }

    /** The first step of the look, or behind it, whose middle is not before a time. */
    private long firstStep(long ns) {
        return -Math.floorDiv(fromNs + STEP_NS / 2 - ns, STEP_NS);
    }

    /** Moves what is yet to come in time. */
    void shift(long ns) {
        lastUntilNs += lastUntilNs == Long.MIN_VALUE ? 0 : ns;
    }

    /** The prints of the look. */
    long[] taken() {
        return prints;
    }
}
