package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What may say that carriers belong together: what of one was heard on another, or that an unlicensed one came or went.
 *
 * @param subject which carrier
 * @param time when it became known
 * @param report what of it was heard before, or null
 * @param finding that it is unlicensed, or null
 */
public record LinkNews(Subject subject, Instant time, @Nullable RepeatReport report, @Nullable Finding finding) {
    public static LinkNews of(RepeatReport report) {
        return new LinkNews(report.subject(), report.time(), report, null);
    }

    public static LinkNews of(Finding finding) {
        return new LinkNews(finding.subject(), finding.at(), null, finding);
    }

    /** Order of what has the same time. */
    public static int order(LinkNews one, LinkNews other) {
        return Comparator.comparing(LinkNews::subject)
                .thenComparing(news -> news.report == null)
                .compare(one, other);
    }
}
