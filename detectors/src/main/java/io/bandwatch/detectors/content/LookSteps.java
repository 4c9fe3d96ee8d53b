package io.bandwatch.detectors.content;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;

/**
 * Where the levels of a look lie among steps that are counted since 1970. Times are not exact, and clocks are set right: a look that
 * begins about where what was heard before was over goes on there, step by step, and does not begin anew.
 *
 * @param follows whether it goes on
 * @param levels of each step of it, first to last
 * @param until step behind the last of them, since 1970
 */
public record LookSteps(boolean follows, byte[] levels, long until) {
    /** Steps that a look may have too few or too many, beside what it goes on. */
    private static final int MOST_APART = 2;

    /** Where a look is not farther off than this, its steps are counted on, steps. */
    private static final double COUNTED_ON = 0.75;

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    /** The steps of a look before which nothing was heard. */
    public static LookSteps of(ContentLook look) {
        return new LookSteps(false, look.levels(), PrintLine.step(look.end()));
    }

    /**
     * The steps of a look.
     *
     * @param until step behind the last that was heard before it, since 1970
     */
    public static LookSteps behind(long until, ContentLook look) {
        int heard = look.levels().length / BANDS;
        double apart = PrintLine.exactStep(look.end()) - heard - until;
        long missing = Math.abs(apart) <= COUNTED_ON ? 0 : Math.round(apart);
        if (heard == 0 || Math.abs(missing) > MOST_APART) {
            return of(look);
        }
        byte[] levels = fitted(look.levels(), (int) missing);
        return new LookSteps(true, levels, until + levels.length / BANDS);
    }

    /** How many they are. */
    public int count() {
        return levels.length / BANDS;
    }

    /**
     * The levels of a look, the first of them again where one or two steps are missing before it, or without the first where it has more
     * than there is room for: time stamps that are off by some milliseconds leave a look with fewer or more samples than it is
     * long, and while a clock is set right its looks are longer or shorter than what they have.
     */
    private static byte[] fitted(byte[] heard, int missing) {
        if (missing <= 0) {
            return Arrays.copyOfRange(heard, Math.min(heard.length, -missing * BANDS), heard.length);
        }
        byte[] whole = new byte[heard.length + missing * BANDS];
        for (int at = 0; at < missing * BANDS; at += BANDS) {
            System.arraycopy(heard, 0, whole, at, BANDS);
        }
        System.arraycopy(heard, 0, whole, missing * BANDS, heard.length);
        return whole;
    }
}
