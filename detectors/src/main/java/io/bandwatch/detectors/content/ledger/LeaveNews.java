package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LeaveDetector} hears of: something that was found, leave that became known, or, with neither, the end of a programme.
 *
 * @param subject what it is about
 * @param time when it became known
 * @param finding about content, or null
 * @param insertion that is allowed, or null
 */
public record LeaveNews(
        Subject subject, Instant time, @Nullable Finding finding, @Nullable AuthorisedInsertion insertion) {
    public static LeaveNews of(Finding finding) {
        return new LeaveNews(finding.subject(), finding.at(), finding, null);
    }

    public static LeaveNews of(AuthorisedInsertion insertion) {
        return new LeaveNews(insertion.subject(), insertion.known(), null, insertion);
    }

    /** Nothing follows of a programme, as at the end of a recording. */
    public static LeaveNews ended(Subject subject, Instant time) {
        return new LeaveNews(subject, time, null, null);
    }

    /** The feed that it is about. */
    public String feed() {
        return subject.feed();
    }

    /** The order of news of one time: leave, what was found, an end. */
    public static int order(LeaveNews one, LeaveNews other) {
        return Comparator.comparing((LeaveNews news) -> news.insertion() == null)
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
