package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;
import org.jspecify.annotations.Nullable;

/**
 * The slow labels of group 1A, the programme item of 1A and 1B and the clock of 4A.
 *
 * @param extendedCountryCode ECC, 8 bits
 * @param languageCode 8 bits (IEC 62106-4, language codes)
 * @param broadcasterBits for the use of the broadcaster, 11 bits
 * @param linkageActuator whether the programme is linked with others
 * @param item programme item number
 * @param clock time and date
 */
public record StationLabels(
        @Nullable Integer extendedCountryCode,
        @Nullable Integer languageCode,
        @Nullable Integer broadcasterBits,
        @Nullable Boolean linkageActuator,
        @Nullable ProgrammeItem item,
        @Nullable ClockTime clock) {
    static final StationLabels NONE = new StationLabels(null, null, null, null, null, null);

    /** Takes in a group 1A or 1B with exact blocks. */
    StationLabels withLabels(Group group) {
        ProgrammeItem said = ProgrammeItem.of(group.word(Group.D));
        if (group.isVersionB()) {
            return new StationLabels(extendedCountryCode, languageCode, broadcasterBits, linkageActuator, said, clock);
        }
        int c = group.word(Group.C);
        int variant = (c >> 12) & 7;
        return new StationLabels(
                variant == 0 ? Integer.valueOf(c & 0xFF) : extendedCountryCode,
                variant == 3 ? Integer.valueOf(c & 0xFF) : languageCode,
                variant == 6 ? Integer.valueOf(c & 0x7FF) : broadcasterBits,
                (c & 0x8000) != 0,
                said,
                clock);
    }

    /** Takes in a group 4A with exact blocks. */
    StationLabels withClock(Group group) {
        ClockTime said = ClockTime.of(group);
        return said == null
                ? this
                : new StationLabels(extendedCountryCode, languageCode, broadcasterBits, linkageActuator, item, said);
    }
}
