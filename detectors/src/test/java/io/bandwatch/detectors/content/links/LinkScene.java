package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes known of carriers, and what {@link LinkDetector} says to it. */
final class LinkScene {
    private static final Instant START = Instant.parse("2026-05-01T22:00:00Z");

    private final LinkDetector detector = new LinkDetector();
    private final List<Finding> findings = new ArrayList<>();
    private LinkState state = detector.initial();

    List<Finding> findings() {
        return findings;
    }

    Finding last() {
        return findings.get(findings.size() - 1);
    }

    LinkState state() {
        return state;
    }

    void turn(Subject subject, double onS, double offS) {
        came(subject, Phase.RAISED, onS);
        went(subject, offS);
    }

    void unlicensed(Subject subject, double onS) {
        came(subject, Phase.RAISED, onS);
    }

    void came(Subject subject, Phase phase, double onS) {
        show(LinkNews.of(finding(subject, phase, onS, onS + 10, onS + 10)));
    }

    void went(Subject subject, double offS) {
        show(LinkNews.of(finding(subject, Phase.PAUSED, 0, offS, offS + 10)));
    }

    void ended(Subject subject, double offS, double atS) {
        show(LinkNews.of(finding(subject, Phase.ENDED, 0, offS, atS)));
    }

    private static Finding finding(Subject subject, Phase phase, double sinceS, double untilS, double atS) {
        return new Finding(
                IncidentKind.UNLICENSED_CARRIER,
                phase,
                subject,
                Severity.MAJOR,
                time(sinceS),
                time(sinceS),
                time(untilS),
                time(atS),
                1,
                1,
                "",
                new Reason[0],
                "");
    }

    /** So much of a carrier was heard, up to a second. */
    void heard(Subject subject, double heardS, double atS) {
        report(subject, heardS, atS, new Repeat[0]);
    }

    /** So much of a carrier, up to a second, was heard on another one before. */
    void shared(Subject subject, Subject other, double sharedS, double lagS, double atS) {
        long until = PrintLine.step(time(atS));
        report(subject, 5, atS, new Repeat(other, until - steps(sharedS), until, steps(lagS), 30));
    }

    /** So much of a carrier that has a licence, or none, was heard on another one before. */
    void sharedBy(Subject subject, @Nullable String station, Subject other, double heardS, double lagS, double atS) {
        long until = PrintLine.step(time(atS));
        Repeat repeat = new Repeat(other, until - steps(heardS), until, steps(lagS), 30);
        report(subject, station, heardS, atS, repeat);
    }

    /** So much of a carrier was heard, up to a second, and this of it before. */
    void report(Subject subject, double heardS, double atS, Repeat... open) {
        report(subject, null, heardS, atS, open);
    }

    private void report(Subject subject, @Nullable String station, double heardS, double atS, Repeat... open) {
        Instant from = time(atS - heardS);
        show(LinkNews.of(
                new RepeatReport(subject, station, from, time(atS), (int) steps(heardS), false, open, new Repeat[0])));
    }

    static long steps(double seconds) {
        return Math.round(seconds * 1e9 / PrintLine.STEP_NS);
    }

    static Instant time(double second) {
        return START.plusNanos(Math.round(second * 1e9));
    }

    private void show(LinkNews news) {
        Step<LinkState, Finding> step = detector.onObservation(state, news);
        state = step.next();
        findings.addAll(step.findings());
    }
}
