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

    /** Where a look is not farther off than this, its steps are counted on, steps: times are not exact, and clocks are set right. */
    private static final double COUNTED_ON = 0.75;

    /** Steps since 1970 at an instant, to the nearest. */
    static long step(Instant time) {
        return Math.round(exactStep(time));
    }

    private static double exactStep(Instant time) {
        return (time.getEpochSecond() * 1e9 + time.getNano()) / PicturePrint.STEP_NS;
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
        int count = seen.length / LONGS;
        double steps = exactStep(end) - count - until;
        long apart = Math.abs(steps) <= COUNTED_ON ? 0 : Math.round(steps);
        if (prints.length == 0 || apart < -1 || apart > (reference ? most : 1)) {
            return new PictureLine(seen, step(end));
        }
        long[] fitted = fitted(seen, (int) apart);
        int kept = Math.min(prints.length, Math.max(0, most * LONGS - fitted.length));
        long[] next = new long[kept + fitted.length];
        System.arraycopy(prints, prints.length - kept, next, 0, kept);
        System.arraycopy(fitted, 0, next, kept, fitted.length);
        return new PictureLine(next, until + fitted.length / LONGS);
    }

    /**
     * The prints of a look behind others that end so many steps before it: the first again where one is missing, without it where there is
     * one too many, since clocks are set right meanwhile; where more are missing, nothing is known of them.
     */
    private static long[] fitted(long[] seen, int apart) {
        if (apart < 0) {
            return Arrays.copyOfRange(seen, LONGS, seen.length);
        }
        long[] fitted = new long[apart * LONGS + seen.length];
        System.arraycopy(seen, 0, fitted, apart * LONGS, seen.length);
        if (apart == 1) {
            System.arraycopy(seen, 0, fitted, 0, LONGS);
        }
        return fitted;
    }
}
