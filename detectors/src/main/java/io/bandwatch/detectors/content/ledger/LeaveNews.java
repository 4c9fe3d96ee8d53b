package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LeaveDetector} hears of: something that was found, leave that became known, which station a carrier is, or, with none of
 * these, the end of a programme.
 *
 * @param subject what it is about
 * @param time when it became known
 * @param finding about content, or null
 * @param insertion that is allowed, or null
 * @param station id of the station that a carrier is from now on, nothing where it is none; null where that is not told
 */
public record LeaveNews(
        Subject subject,
        Instant time,
        @Nullable Finding finding,
        @Nullable AuthorisedInsertion insertion,
        @Nullable String station) {
    public static LeaveNews of(Finding finding) {
        return new LeaveNews(finding.subject(), finding.at(), finding, null, null);
    }

    public static LeaveNews of(AuthorisedInsertion insertion) {
        return new LeaveNews(insertion.subject(), insertion.known(), null, insertion, null);
    }

    /** A carrier is another station than before, or none. */
    public static LeaveNews isStation(Subject subject, Instant time, @Nullable String station) {
        return new LeaveNews(subject, time, null, null, station == null ? "" : station);
    }

    /** Nothing follows of a programme, as at the end of a recording. */
    public static LeaveNews ended(Subject subject, Instant time) {
        return new LeaveNews(subject, time, null, null, null);
    }

    /** The order of news of one time: stations, leave, what was found, an end. */
    public static int order(LeaveNews one, LeaveNews other) {
        return Comparator.comparing((LeaveNews news) -> news.station() == null)
                .thenComparing(news -> news.insertion() == null)
                .thenComparing(news -> news.finding() == null)
                .thenComparing(LeaveNews::subject)
                .thenComparing(LeaveNews::key)
                .compare(one, other);
    }

    private String key() {
        if (insertion != null) {
            return insertion.id();
        }
        return finding == null ? "" : finding.incidentKey() + finding.phase().name();
    }
}
