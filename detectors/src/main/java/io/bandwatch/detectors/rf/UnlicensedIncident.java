package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.verdict.CarrierMean;
import java.time.Duration;
import java.time.Instant;

/**
 * An unlicensed carrier that was reported and is not done with.
 *
 * @param subject its place
 * @param timeKnown whether its times are real
 * @param uncertaintyHz how far its frequency may be off, Hz
 * @param onset begin of the first presence
 * @param since begin of the last presence
 * @param until end of the last look that found it
 * @param present whether the last presence still lasts
 * @param escalated whether it is a major matter
 * @param earlierNs length of the presences before the last one, ns
 * @param unseenNs time of the last presence in which nobody observed, ns
 * @param frequencyHz its frequency when last seen, Hz
 * @param snrDb its SNR when last seen, dB
 * @param evidence what was known of it then
 */
public record UnlicensedIncident(
        Subject subject,
        boolean timeKnown,
        double uncertaintyHz,
        Instant onset,
        Instant since,
        Instant until,
        boolean present,
        boolean escalated,
        long earlierNs,
        long unseenNs,
        double frequencyHz,
        double snrDb,
        Evidence evidence) {

    /** How long it was there in all, the gaps between presences left out, and what nobody observed. */
    Duration presence() {
        return Duration.between(since, until).plusNanos(earlierNs - unseenNs);
    }

    UnlicensedIncident seen(Instant end, long unseen, CarrierMean mean, Evidence known, boolean major) {
        return new UnlicensedIncident(
                subject,
                timeKnown,
                uncertaintyHz,
                onset,
                since,
                end,
                true,
                major,
                earlierNs,
                unseen,
                mean.frequencyHz(),
                mean.snrDb(),
                known);
    }

    UnlicensedIncident resumed(Instant from, Instant end, long unseen, CarrierMean mean, Evidence known) {
        return new UnlicensedIncident(
                subject,
                timeKnown,
                uncertaintyHz,
                onset,
                from,
                end,
                true,
                escalated,
                presence().toNanos(),
                unseen,
                mean.frequencyHz(),
                mean.snrDb(),
                known);
    }

    UnlicensedIncident paused() {
        return new UnlicensedIncident(
                subject,
                timeKnown,
                uncertaintyHz,
                onset,
                since,
                until,
                false,
                escalated,
                earlierNs,
                unseenNs,
                frequencyHz,
                snrDb,
                evidence);
    }
}
