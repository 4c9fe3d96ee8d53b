package io.bandwatch.detectors.rds.station;

import org.jspecify.annotations.Nullable;

/**
 * Programme item number: the published start of the programme (IEC 62106-2, group 1).
 *
 * @param day of the month, 1..31
 * @param hour 0..23
 * @param minute 0..59
 */
public record ProgrammeItem(int day, int hour, int minute) {
    /** Null where the word says that there is none. */
    static @Nullable ProgrammeItem of(int word) {
        int day = word >> 11;
        int hour = (word >> 6) & 31;
        int minute = word & 63;
        return day == 0 || hour > 23 || minute > 59 ? null : new ProgrammeItem(day, hour, minute);
    }
}
