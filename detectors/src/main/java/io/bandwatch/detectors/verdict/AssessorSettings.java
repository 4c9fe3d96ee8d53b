package io.bandwatch.detectors.verdict;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which records a {@link CarrierAssessor} makes, and from when a carrier counts as unlicensed as a whole.
 *
 * @param finals whether it makes the record of the whole recording
 * @param interval length of the intervals that have records of their own, counted from the start of the recording; null
 *     for none. A look longer than that is an interval of its own
 * @param unlicensedHold unlicensed time on air after which the whole record says so. Too short: a moment's wrong
 *     frequency condemns a station; too long: a short misuse of a frequency is not told
 * @param timezone zone of the site, in which schedules are told
 */
public record AssessorSettings(boolean finals, @Nullable Duration interval, Duration unlicensedHold, ZoneId timezone)
        implements Serializable {
    /** One record for the whole recording, at a site that keeps UTC. */
    public static final AssessorSettings FINALS =
            new AssessorSettings(true, null, Duration.ofSeconds(2), ZoneOffset.UTC);

    /** Records of intervals only. */
    public static AssessorSettings intervalsOf(Duration interval) {
        return new AssessorSettings(false, interval, FINALS.unlicensedHold(), FINALS.timezone());
    }

    /** Records of intervals, and one of the whole. */
    public static AssessorSettings finalsAndIntervalsOf(Duration interval) {
        return new AssessorSettings(true, interval, FINALS.unlicensedHold(), FINALS.timezone());
    }

    /** The same at a site in this zone. */
    public AssessorSettings in(ZoneId zone) {
        return new AssessorSettings(finals, interval, unlicensedHold, zone);
    }
}
