package io.bandwatch.dsp.synth.fm;

/**
 * What a station says of itself by RDS.
 *
 * @param piCode programme identification, 16 bits
 * @param programmeService name, at most 8 characters
 * @param radioText text, at most 64 characters; empty for none
 * @param programmeType 0..31
 * @param stereo the decoder identification bit for stereo
 */
public record RdsProgramme(int piCode, String programmeService, String radioText, int programmeType, boolean stereo) {
    public RdsProgramme {
        if (piCode < 0 || piCode > 0xFFFF || programmeType < 0 || programmeType > 31) {
            throw new IllegalArgumentException(
                    "piCode must be 0..0xFFFF and programmeType 0..31, got " + piCode + " and " + programmeType);
        }
        requireCharacters("programmeService", programmeService, 8);
        requireCharacters("radioText", radioText, 64);
    }

    // the printable part that IEC 62106-4 table 1 shares with ASCII: all but $ ^ ` ~, which are other characters there
    private static void requireCharacters(String name, String text, int most) {
        if (text.length() > most || !text.chars().allMatch(c -> c >= 0x20 && c < 0x7F && "$^`~".indexOf(c) < 0)) {
            throw new IllegalArgumentException(
                    name + " must be at most " + most + " characters that RDS shares with ASCII, got '" + text + "'");
        }
    }
}
