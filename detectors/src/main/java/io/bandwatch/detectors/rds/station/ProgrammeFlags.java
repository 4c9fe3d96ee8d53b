package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;
import org.jspecify.annotations.Nullable;

/**
 * What every group and the basic groups 0A, 0B and 15B say in single bits.
 *
 * @param programmeType PTY 0..31
 * @param trafficProgramme TP
 * @param trafficAnnouncement TA
 * @param music MS: music rather than speech
 * @param stereo decoder identification d0
 * @param artificialHead d1
 * @param compressed d2
 * @param dynamicProgrammeType d3
 */
public record ProgrammeFlags(
        @Nullable Integer programmeType,
        @Nullable Boolean trafficProgramme,
        @Nullable Boolean trafficAnnouncement,
        @Nullable Boolean music,
        @Nullable Boolean stereo,
        @Nullable Boolean artificialHead,
        @Nullable Boolean compressed,
        @Nullable Boolean dynamicProgrammeType) {
    static final ProgrammeFlags NONE = new ProgrammeFlags(null, null, null, null, null, null, null, null);

    /** Takes in a group with an exact block B. */
    ProgrammeFlags with(Group group) {
        int b = group.word(Group.B);
        Integer pty = (b >> 5) & 31;
        Boolean tp = (b & 0x0400) != 0;
        if (!isBasic(group)) {
            return pty.equals(programmeType) && tp.equals(trafficProgramme)
                    ? this
                    : new ProgrammeFlags(
                            pty,
                            tp,
                            trafficAnnouncement,
                            music,
                            stereo,
                            artificialHead,
                            compressed,
                            dynamicProgrammeType);
        }
        // d3 comes with segment 0, d0 with segment 3
        Boolean decoder = (b & 4) != 0;
        int segment = b & 3;
        return new ProgrammeFlags(
                pty,
                tp,
                (b & 0x10) != 0,
                (b & 8) != 0,
                segment == 3 ? decoder : stereo,
                segment == 2 ? decoder : artificialHead,
                segment == 1 ? decoder : compressed,
                segment == 0 ? decoder : dynamicProgrammeType);
    }

    private static boolean isBasic(Group group) {
        return group.type() == 0 || (group.type() == 15 && group.isVersionB());
    }

    /** The English name of the programme type; null if none came. */
    public @Nullable String programmeTypeName() {
        return programmeType == null ? null : ProgrammeTypes.name(programmeType);
    }
}
