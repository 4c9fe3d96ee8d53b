package io.bandwatch.detectors.content.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkDetectorTest {
    private static final Instant START = Instant.parse("2026-05-01T22:00:00Z");
    private static final Subject HILL = Subject.carrier("hill", 90_500_000, 0);
    private static final Subject PORT = Subject.carrier("port", 94_500_000, 0);
    private static final Subject TOWN = Subject.carrier("town", 90_500_000, 0);

    private final LinkDetector detector = new LinkDetector();
    private final List<Finding> findings = new ArrayList<>();
    private LinkState state = detector.initial();

    @Test
    void unlicensedCarriersThatPlayTheSameAtOnceAreLinkedAfterHalfAMinute() {
        unlicensed(HILL, 20);
        unlicensed(PORT, 20);
        shared(PORT, HILL, 25, 0.4, 60);
        assertThat(findings).isEmpty();

        shared(PORT, HILL, 35, 0.4, 70);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.LINKED_CARRIERS);
        assertThat(raised.subject()).isEqualTo(HILL);
        assertThat(raised.measured()).isEqualTo(2);
        assertThat(raised.reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.LINKED_SETS, ReasonCode.SAME_PROGRAMME_ON);
        assertThat(raised.reasons()[1].arguments()).startsWith("94.5 MHz (port)", "90.5 MHz (hill)");
    }

    @Test
    void aThirdOneOnTheSameFrequencyElsewhereMakesItMajor() {
        unlicensed(HILL, 20);
        unlicensed(PORT, 20);
        unlicensed(TOWN, 20);
        shared(PORT, HILL, 35, 0.4, 70);
        shared(TOWN, PORT, 35, 1.0, 80);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ESCALATED);
        assertThat(findings.get(1).severity()).isEqualTo(Severity.MAJOR);
        assertThat(findings.get(1).subject()).isEqualTo(HILL);
        assertThat(findings.get(1).onset()).isEqualTo(findings.get(0).onset());
    }

    @Test
    void groupsThatTurnOutToBeOneAreToldAsOne() {
        Subject ferry = Subject.carrier("ferry", 99_100_000, 0);
        for (Subject subject : List.of(HILL, PORT, TOWN, ferry)) {
            unlicensed(subject, 20);
        }
        shared(PORT, HILL, 35, 0.4, 70);
        shared(TOWN, ferry, 35, 0.4, 75);
        shared(TOWN, HILL, 35, 0.4, 80);

        assertThat(findings)
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.RAISED, Phase.ENDED, Phase.ESCALATED);
        assertThat(findings.get(3).measured()).isEqualTo(4);
        // one link less than there are carriers, behind their number
        assertThat(findings.get(3).reasons()).hasSize(4);
    }

    /** The obvious rule, whoever plays the same belongs together, would link these. */
    @Test
    void aPieceOfMusicThatBothPlayOnceInTenMinutesLinksNobody() {
        unlicensed(HILL, 20);
        unlicensed(PORT, 20);
        heard(HILL, 1500, 1500);
        heard(PORT, 1500, 1500);

        shared(PORT, HILL, 210, 400, 1600);

        assertThat(findings).isEmpty();
        shared(PORT, HILL, 450, 400, 1900);
        assertThat(findings).hasSize(1);
    }

    @Test
    void aSpotThatBothPlayAtOnceByChanceLinksNobody() {
        unlicensed(HILL, 20);
        unlicensed(PORT, 20);
        heard(HILL, 1000, 1000);
        heard(PORT, 1000, 1000);

        shared(PORT, HILL, 60, 4, 1100);

        assertThat(findings).isEmpty();
    }

    @Test
    void aNetworkOfLicensedCarriersIsNoMatterAndNeitherIsOneUnlicensedRelayOfIt() {
        unlicensed(HILL, 20);
        shared(PORT, TOWN, 600, 0.5, 700);
        shared(HILL, TOWN, 600, 0.5, 700);

        assertThat(findings).isEmpty();
    }

    @Test
    void carriersThatComeAndGoWithinSecondsThreeTimesHaveOneTimer() {
        heard(HILL, 1, 5);
        heard(PORT, 1, 5);
        turn(HILL, 100, 700);
        turn(PORT, 101.5, 700.5);
        assertThat(findings).isEmpty();

        came(HILL, Phase.RESUMED, 1000);
        came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
        assertThat(findings.get(0).reasons()[1].code()).isEqualTo(ReasonCode.SAME_TIMER_AS);
    }

    @Test
    void whatWasThereWhenTheFeedBeganDidNotComeThen() {
        heard(HILL, 1, 100);
        heard(PORT, 1, 100);
        turn(HILL, 100 - 1, 700);
        turn(PORT, 100 - 1, 700.5);
        came(HILL, Phase.RESUMED, 1000);
        came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).isEmpty();
    }

    @Test
    void carriersThatAlsoTurnWithoutEachOtherHaveNoCommonTimer() {
        heard(HILL, 1, 5);
        heard(PORT, 1, 5);
        turn(HILL, 100, 700);
        turn(PORT, 101.5, 700.5);
        came(PORT, Phase.RESUMED, 800);
        went(PORT, 900);
        came(HILL, Phase.RESUMED, 1000);
        came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).isEmpty();
    }

    @Test
    void aGroupPausesWhileNoneOfItIsOn() {
        unlicensed(HILL, 20);
        unlicensed(PORT, 20);
        shared(PORT, HILL, 35, 0.4, 70);
        went(HILL, 200);
        went(PORT, 300);
        came(PORT, Phase.RESUMED, 900);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.RESUMED);
    }

    private void turn(Subject subject, double onS, double offS) {
        came(subject, Phase.RAISED, onS);
        went(subject, offS);
    }

    private void unlicensed(Subject subject, double onS) {
        came(subject, Phase.RAISED, onS);
    }

    private void came(Subject subject, Phase phase, double onS) {
        show(LinkNews.of(finding(subject, phase, onS, onS + 10, onS + 10)));
    }

    private void went(Subject subject, double offS) {
        show(LinkNews.of(finding(subject, Phase.PAUSED, 0, offS, offS + 10)));
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
    private void heard(Subject subject, double heardS, double atS) {
        report(subject, heardS, atS, new Repeat[0]);
    }

    /** So much of a carrier, up to a second, was heard on another one before. */
    private void shared(Subject subject, Subject other, double sharedS, double lagS, double atS) {
        long until = PrintLine.step(time(atS));
        report(subject, 5, atS, new Repeat(other, until - steps(sharedS), until, steps(lagS), 30));
    }

    private void report(Subject subject, double heardS, double atS, Repeat... open) {
        show(LinkNews.of(new RepeatReport(
                subject, null, time(atS - heardS), time(atS), (int) steps(heardS), false, open, new Repeat[0])));
    }

    private static long steps(double seconds) {
        return Math.round(seconds * 1e9 / PrintLine.STEP_NS);
    }

    private static Instant time(double second) {
        return START.plusNanos(Math.round(second * 1e9));
    }

    private void show(LinkNews news) {
        Step<LinkState, Finding> step = detector.onObservation(state, news);
        state = step.next();
        findings.addAll(step.findings());
    }
}
