package io.bandwatch.detectors.content.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many transmitters a group is: receivers of one county hear the same one. */
class LinkedSetsTest {
    private static final Subject HILL = Subject.carrier("hill", 90_500_000, 0);
    private static final Subject CAPE = Subject.carrier("cape", 90_500_000, 0);
    private static final Subject ISLE = Subject.carrier("isle", 90_500_000, 0);
    private static final Subject PORT = Subject.carrier("port", 94_500_000, 0);

    private final LinkScene scene = new LinkScene();

    @Test
    void oneTransmitterThatThreeReceiversHearIsOneSetAndNoGroup() {
        unlicensed(HILL, CAPE, ISLE);
        scene.shared(CAPE, HILL, 35, 0.02, 70);
        scene.shared(ISLE, HILL, 35, 0.06, 72);
        scene.shared(ISLE, CAPE, 35, 0.04, 73);

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void threeTransmittersOnOneFrequencyThatBeginTheirRecordingsThemselvesAreThree() {
        unlicensed(HILL, CAPE, ISLE);
        scene.shared(CAPE, HILL, 35, 0.7, 70);
        scene.shared(ISLE, HILL, 35, 5.2, 72);

        assertThat(scene.last().measured()).isEqualTo(3);
        assertThat(scene.last().severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void aTransmitterThatTwoReceiversHearCountsOnceInItsGroup() {
        unlicensed(HILL, CAPE, PORT);
        scene.shared(CAPE, HILL, 35, 0.02, 70);
        scene.shared(PORT, HILL, 35, 0.7, 72);
        scene.shared(PORT, CAPE, 35, 0.7, 73);

        assertThat(scene.findings()).extracting(Finding::measured).containsOnly(2.0);
        assertThat(scene.last().severity()).isEqualTo(Severity.WARNING);
    }

    /** Of a tape that begins again, the same was heard a pass ago as well; both receivers heard that, too. */
    @Test
    void oneTransmitterIsOneAlsoWhereItsTapeBeginsAgain() {
        unlicensed(HILL, CAPE);
        scene.shared(CAPE, HILL, 900, 0.02, 1000);
        scene.shared(CAPE, HILL, 900, 300.02, 1000);

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void carriersOnOneFrequencyThatAreTheSameAtOtherDelaysAsMuchAreTwo() {
        unlicensed(HILL, CAPE);
        scene.heard(HILL, 600, 600);
        scene.heard(CAPE, 600, 600);
        scene.shared(CAPE, HILL, 200, 0.02, 610);
        scene.shared(CAPE, HILL, 200, 70, 820);

        assertThat(scene.findings()).extracting(Finding::phase).containsExactly(Phase.RAISED);
    }

    /** Of one name and one onset there is one incident, and it is closed. */
    @Test
    void whatTurnsOutToBeOneTransmitterAndThenNotIsAnotherIncident() {
        unlicensed(HILL, CAPE);
        scene.shared(CAPE, HILL, 100, 0.1, 200);
        scene.shared(CAPE, HILL, 105, 0.08, 205);
        scene.shared(CAPE, HILL, 200, 0.1, 300);

        assertThat(scene.findings())
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.ENDED, Phase.RAISED);
        assertThat(scene.last().onset()).isAfter(scene.findings().get(0).onset());
    }

    @Test
    void oneTransmitterThatIsTurnedOnAndOffHasNoCommonTimerWithItself() {
        turnedTogether();

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void carriersOnOneFrequencyWithTwoProgrammesAndOneTimerAreTwo() {
        scene.heard(HILL, 800, 5);
        scene.heard(CAPE, 800, 5);
        turnedTogether();

        assertThat(scene.findings()).extracting(Finding::measured).containsExactly(2.0);
    }

    private void turnedTogether() {
        scene.heard(HILL, 1, 6);
        scene.heard(CAPE, 1, 6);
        scene.turn(HILL, 100, 700);
        scene.turn(CAPE, 100.1, 700.1);
        scene.came(HILL, Phase.RESUMED, 1000);
        scene.came(CAPE, Phase.RESUMED, 1000.1);
    }

    private void unlicensed(Subject... carriers) {
        List.of(carriers).forEach(carrier -> scene.unlicensed(carrier, 20));
    }
}
