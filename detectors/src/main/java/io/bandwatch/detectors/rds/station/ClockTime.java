package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Clock time and date of group 4A (IEC 62106-2; the Modified Julian Date counts days from 1858-11-17).
 *
 * @param utc the minute that begins
 * @param offsetMinutes local time less UTC, minutes
 * @param receivedNs end of the group that said so, ns since 1970; the minute begins within 0.1 s of it
 */
public record ClockTime(Instant utc, int offsetMinutes, long receivedNs) {
    private static final int MJD_OF_1970 = 40_587;
    /** 1900-03-01 and 2100-02-28, between which the standard's formulas hold (EN 50067:1998 annex G). */
    private static final int FIRST_MJD = 15_079;

    private static final int LAST_MJD = 88_127;
    /** No clock on earth is further from UTC. */
    private static final int MOST_HALF_HOURS = 28;

    /** Takes a group 4A with exact blocks; null if it gives no time. */
    static @Nullable ClockTime of(Group group) {
        int mjd = ((group.word(Group.B) & 3) << 15) | (group.word(Group.C) >> 1);
        int hour = ((group.word(Group.C) & 1) << 4) | (group.word(Group.D) >> 12);
        int minute = (group.word(Group.D) >> 6) & 63;
        int halfHours = group.word(Group.D) & 31;
        if (mjd < FIRST_MJD || mjd > LAST_MJD || hour > 23 || minute > 59 || halfHours > MOST_HALF_HOURS) {
            return null;
        }
        Instant utc = LocalDate.ofEpochDay((long) mjd - MJD_OF_1970)
                .atTime(hour, minute)
                .toInstant(ZoneOffset.UTC);
        boolean west = (group.word(Group.D) & 32) != 0;
        return new ClockTime(utc, (west ? -30 : 30) * halfHours, group.timeNs());
    }

    /** As a clock on the spot shows it. */
    public OffsetDateTime local() {
        return utc.atOffset(ZoneOffset.ofTotalSeconds(60 * offsetMinutes));
    }
}
