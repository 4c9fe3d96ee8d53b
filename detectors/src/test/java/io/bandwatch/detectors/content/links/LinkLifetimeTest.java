package io.bandwatch.detectors.content.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of carriers for how long, and when a group is over. */
class LinkLifetimeTest {
    private static final Subject HILL = Subject.carrier("hill", 90_500_000, 0);
    private static final Subject PORT = Subject.carrier("port", 94_500_000, 0);
    private static final Subject TOWN = Subject.carrier("town", 98_500_000, 0);
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private final LinkScene scene = new LinkScene();

    /** The obvious measure, the share of all that was ever heard, would take days more. */
    @Test
    void carriersThatTurnToOneProgrammeAfterAWeekAreLinkedInHours() {
        unlicensed(HILL, PORT);
        for (int hour = 1; hour <= 7 * 24; hour++) {
            scene.heard(HILL, HOUR, hour * HOUR);
            scene.heard(PORT, HOUR, hour * HOUR);
        }
        assertThat(scene.findings()).isEmpty();

        for (int hour = 7 * 24 + 1; hour <= 7 * 24 + 3; hour++) {
            scene.heard(HILL, HOUR, hour * HOUR);
            scene.sharedBy(PORT, null, HILL, HOUR, 30, hour * HOUR);
        }

        assertThat(scene.findings()).extracting(Finding::phase).containsExactly(Phase.RAISED);
    }

    @Test
    void anHourOfTheSameShowInADayLinksNobody() {
        unlicensed(HILL, PORT);
        for (int hour = 1; hour <= 48; hour++) {
            scene.heard(HILL, HOUR, hour * HOUR);
            scene.heard(PORT, hour % 24 == 0 ? 1 : HOUR, hour * HOUR);
            if (hour % 24 == 0) {
                scene.sharedBy(PORT, null, HILL, HOUR - 1, 3, hour * HOUR);
            }
        }

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void whatWasTheSameAtAnotherDelayIsNotTheSameAtOnce() {
        unlicensed(HILL, PORT);
        scene.shared(PORT, HILL, 100, 200, 300);
        scene.shared(PORT, HILL, 20, 0.5, 330);

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void aGroupIsOverWhenItsCarriersAreGoneForMoreThanAWeek() {
        linked();
        gone(HILL, PORT);
        scene.came(PORT, Phase.RAISED, 90 * DAY);

        assertThat(scene.findings())
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        assertThat(scene.last().until()).isEqualTo(LinkScene.time(300));
        assertThat(scene.state().groups()).isEmpty();
    }

    @Test
    void carriersThatComeBackNextWeekendAreTheSameGroup() {
        linked();
        gone(HILL, PORT);
        scene.came(PORT, Phase.RAISED, 7 * DAY);

        assertThat(scene.findings())
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.PAUSED, Phase.RESUMED);
    }

    @Test
    void whoIsGoneForMoreThanAWeekCountsNoMore() {
        unlicensed(TOWN);
        linked();
        scene.shared(TOWN, HILL, 35, 0.7, 75);
        assertThat(scene.last().severity()).isEqualTo(Severity.MAJOR);
        gone(HILL);

        scene.heard(PORT, 5, 8 * DAY);
        scene.heard(TOWN, 5, 8 * DAY);
        scene.heard(PORT, 5, 8 * DAY + HOUR);

        assertThat(scene.last().phase()).isEqualTo(Phase.REVISED);
        assertThat(scene.last().measured()).isEqualTo(2);
        assertThat(scene.last().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aGroupThatWasOverIsAnotherOneWhenItsCarriersAreLinkedAgain() {
        linked();
        gone(HILL, PORT);
        unlicensedFrom(20 * DAY, HILL, PORT);
        assertThat(scene.last().phase()).isEqualTo(Phase.ENDED);

        scene.shared(PORT, HILL, 35, 0.4, 20 * DAY + 50);

        assertThat(scene.last().phase()).isEqualTo(Phase.RAISED);
        assertThat(scene.last().onset()).isAfter(LinkScene.time(20 * DAY));
    }

    @Test
    void anOpenIncidentKeepsItsNameWhileItsFounderIsGone() {
        unlicensed(TOWN);
        linked();
        scene.shared(TOWN, PORT, 35, 0.7, 75);
        gone(HILL);
        scene.heard(PORT, 5, 8 * DAY);
        scene.heard(TOWN, 5, 8 * DAY);
        Subject ferry = Subject.carrier("ferry", 99_100_000, 0);
        unlicensedFrom(9 * DAY, HILL, ferry);

        scene.shared(ferry, HILL, 35, 0.4, 9 * DAY + 50);

        assertThat(scene.last().phase()).isEqualTo(Phase.RAISED);
        assertThat(scene.last().subject()).isEqualTo(ferry);
        assertThat(scene.state().groups()).extracting(LinkedGroup::founder).containsExactly(HILL, ferry);
    }

    @Test
    void whoGotALicenceIsNotLinked() {
        unlicensed(HILL, PORT);
        scene.went(HILL, 100);
        scene.went(PORT, 100);
        scene.sharedBy(HILL, "A", PORT, 40, 5, 200);
        scene.sharedBy(PORT, "B", HILL, 40, 0.5, 200);

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void nothingIsKeptOfLicensedCarriers() {
        scene.sharedBy(HILL, "A", PORT, 600, 0.5, 700);
        scene.sharedBy(PORT, "B", HILL, 600, 0.5, 700);

        assertThat(scene.state().carriers()).isEmpty();
        assertThat(scene.state().shared()).isEmpty();
    }

    @Test
    void ofACarrierThatFluttersTheLastTurnsAreKept() {
        for (int i = 0; i < 5000; i++) {
            scene.came(HILL, i == 0 ? Phase.RAISED : Phase.RESUMED, 100 * i);
            scene.went(HILL, 100 * i + 50);
        }

        LinkedCarrier hill = Objects.requireNonNull(scene.state().carriers().get(HILL.place()));
        assertThat(hill.cameMs()).hasSize(LinkedCarrier.MOST_TURNS);
        assertThat(hill.wentMs())
                .hasSize(LinkedCarrier.MOST_TURNS)
                .endsWith(LinkScene.time(499_950).toEpochMilli());
    }

    @Test
    void moreCarriersThanAreEverHeardAreNotKept() {
        unlicensed(HILL);
        for (int i = 0; i < LinkMemory.MOST_CARRIERS + 50; i++) {
            scene.heard(Subject.carrier("port", 87_500_000 + 10_000 * i, 0), 5, 30 + i);
        }

        assertThat(scene.state().carriers()).hasSize(LinkMemory.MOST_CARRIERS).containsKey(HILL.place());
    }

    @Test
    void morePairsThanAreEverHeardAreNotKept() {
        List<Subject> carriers = IntStream.range(0, 100)
                .mapToObj(i -> Subject.carrier("port", 87_500_000 + 100_000 * i, 0))
                .toList();
        for (int i = 0; i < carriers.size(); i++) {
            long until = PrintLine.step(LinkScene.time(100 + i));
            Repeat[] all = carriers.subList(0, i).stream()
                    .map(other -> new Repeat(other, until - 1000, until, 30_000, 30))
                    .toArray(Repeat[]::new);
            scene.report(carriers.get(i), 5, 100 + i, all);
        }

        assertThat(scene.state().shared()).hasSize(LinkMemory.MOST_SHARED);
    }

    @Test
    void afterAWeekWithoutNewsNothingIsLeft() {
        linked();
        scene.heard(TOWN, 5, 100);
        gone(HILL, PORT);

        scene.sharedBy(Subject.carrier("ferry", 99_100_000, 0), "F", HILL, 5, 1, 20 * DAY);

        assertThat(scene.state().carriers()).isEmpty();
        assertThat(scene.state().shared()).isEmpty();
        assertThat(scene.state().groups()).isEmpty();
        assertThat(scene.state().feeds()).containsOnlyKeys("ferry");
    }

    private void linked() {
        unlicensed(HILL, PORT);
        scene.shared(PORT, HILL, 35, 0.4, 70);
        assertThat(scene.last().phase()).isEqualTo(Phase.RAISED);
    }

    private void gone(Subject... carriers) {
        List.of(carriers).forEach(carrier -> scene.went(carrier, 300));
        List.of(carriers).forEach(carrier -> scene.ended(carrier, 300, 300 + DAY / 2));
    }

    private void unlicensed(Subject... carriers) {
        unlicensedFrom(20, carriers);
    }

    private void unlicensedFrom(double second, Subject... carriers) {
        List.of(carriers).forEach(carrier -> scene.came(carrier, Phase.RAISED, second));
    }
}
