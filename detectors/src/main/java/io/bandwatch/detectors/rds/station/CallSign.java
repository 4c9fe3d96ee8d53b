package io.bandwatch.detectors.rds.station;

import org.jspecify.annotations.Nullable;

/**
 * The call sign that a PI stands for in the United States (NRSC-4-B, annex on PI codes: four letters counted from KAAA =
 * 0x1000 and WAAA = 0x54A8). Three-letter calls, listed one by one there, and codes of networks are not resolved.
 *
 * @param letters the call
 * @param certain false for codes that begin with 1, which stations with a traffic message channel use for other calls
 */
public record CallSign(String letters, boolean certain) {
    private static final int FIRST_K = 0x1000;
    private static final int FIRST_W = 0x54A8;
    private static final int LAST_W = 0x994F;

    /** The call of a PI; null where it stands for none of four letters. */
    public static @Nullable CallSign of(int piCode) {
        if (piCode < FIRST_K || piCode > LAST_W) {
            return null;
        }
        boolean west = piCode < FIRST_W;
        int number = piCode - (west ? FIRST_K : FIRST_W);
        char[] letters = {west ? 'K' : 'W', letter(number / 676), letter(number / 26 % 26), letter(number % 26)};
        return new CallSign(new String(letters), piCode >> 12 != 1);
    }

    private static char letter(int number) {
        return (char) ('A' + number);
    }
}
