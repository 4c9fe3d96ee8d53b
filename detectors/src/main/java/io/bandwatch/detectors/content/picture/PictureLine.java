package io.bandwatch.detectors.content.picture;

import io.bandwatch.signal.av.PicturePrint;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last prints of pictures, one a step. On air there is no gap: what was seen before one is forgotten. In a reference prints may be
 * missing, which are as those of a flat colour, and what was seen before them stays.
 *
 * @param prints {@value PicturePrint#LONGS} numbers a step
 * @param until step behind the last one, since 1970
 */
public record PictureLine(long[] prints, long until) {
    /** Nothing seen yet. */
    public static final PictureLine NOTHING = new PictureLine(new long[0], 0);

    private static final int LONGS = PicturePrint.LONGS;

    /** Steps since 1970 at an instant, to the nearest. */
    static long step(Instant time) {
        return Math.round((time.getEpochSecond() * 1e9 + time.getNano()) / PicturePrint.STEP_NS);
    }

    /** The instant of a step. */
    static Instant time(long step) {
        long ns = step * PicturePrint.STEP_NS;
        return Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L));
    }

    /** First step that has a print. */
    long from() {
        return until - prints.length / LONGS;
    }

    /** Whether something was seen up to an instant or later. */
    public boolean reaches(Instant instant) {
        return prints.length > 0 && until >= step(instant);
    }

    boolean holds(long step) {
        return step >= from() && step < until;
    }

    /** Where in {@link #prints} that of a step begins. */
    int place(long step) {
        return (int) (step - from()) * LONGS;
    }

    /**
     * With what was seen in another look.
     *
     * @param end the instant at which the look was over
     * @param seen its prints
     * @param most steps that are kept
     * @param reference whether it is what should be on air
     */
    public PictureLine with(Instant end, long[] seen, int most, boolean reference) {
        if (seen.length == 0) {
            return reference ? this : NOTHING;
        }
        long endStep = step(end);
        long missing = endStep - seen.length / LONGS - until;
        boolean follows = prints.length > 0 && (missing == 0 || (reference && missing > 0 && missing < most));
        long[] before = follows ? Arrays.copyOf(prints, prints.length + (int) missing * LONGS) : prints;
        int kept = follows ? Math.min(before.length, Math.max(0, most * LONGS - seen.length)) : 0;
        long[] next = new long[kept + seen.length];
        System.arraycopy(before, before.length - kept, next, 0, kept);
        System.arraycopy(seen, 0, next, kept, seen.length);
        return new PictureLine(next, endStep);
    }
}
