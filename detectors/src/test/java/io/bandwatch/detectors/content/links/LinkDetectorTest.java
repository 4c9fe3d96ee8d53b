package io.bandwatch.detectors.content.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkDetectorTest {
    private static final Subject HILL = Subject.carrier("hill", 90_500_000, 0);
    private static final Subject PORT = Subject.carrier("port", 94_500_000, 0);
    private static final Subject TOWN = Subject.carrier("town", 90_500_000, 0);

    private final LinkScene scene = new LinkScene();
    private final List<Finding> findings = scene.findings();

    @Test
    void unlicensedCarriersThatPlayTheSameAtOnceAreLinkedAfterHalfAMinute() {
        scene.unlicensed(HILL, 20);
        scene.unlicensed(PORT, 20);
        scene.shared(PORT, HILL, 25, 0.4, 60);
        assertThat(findings).isEmpty();

        scene.shared(PORT, HILL, 35, 0.4, 70);

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
        scene.unlicensed(HILL, 20);
        scene.unlicensed(PORT, 20);
        scene.unlicensed(TOWN, 20);
        scene.shared(PORT, HILL, 35, 0.4, 70);
        scene.shared(TOWN, PORT, 35, 1.0, 80);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ESCALATED);
        assertThat(findings.get(1).severity()).isEqualTo(Severity.MAJOR);
        assertThat(findings.get(1).subject()).isEqualTo(HILL);
        assertThat(findings.get(1).onset()).isEqualTo(findings.get(0).onset());
    }

    @Test
    void groupsThatTurnOutToBeOneAreToldAsOne() {
        Subject ferry = Subject.carrier("ferry", 99_100_000, 0);
        for (Subject subject : List.of(HILL, PORT, TOWN, ferry)) {
            scene.unlicensed(subject, 20);
        }
        scene.shared(PORT, HILL, 35, 0.4, 70);
        scene.shared(TOWN, ferry, 35, 0.4, 75);
        scene.shared(TOWN, HILL, 35, 0.4, 80);

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
        scene.unlicensed(HILL, 20);
        scene.unlicensed(PORT, 20);
        scene.heard(HILL, 1500, 1500);
        scene.heard(PORT, 1500, 1500);

        scene.shared(PORT, HILL, 210, 400, 1600);

        assertThat(findings).isEmpty();
        scene.shared(PORT, HILL, 450, 400, 1900);
        assertThat(findings).hasSize(1);
    }

    @Test
    void aSpotThatBothPlayAtOnceByChanceLinksNobody() {
        scene.unlicensed(HILL, 20);
        scene.unlicensed(PORT, 20);
        scene.heard(HILL, 1000, 1000);
        scene.heard(PORT, 1000, 1000);

        scene.shared(PORT, HILL, 60, 4, 1100);

        assertThat(findings).isEmpty();
    }

    @Test
    void aNetworkOfLicensedCarriersIsNoMatterAndNeitherIsOneUnlicensedRelayOfIt() {
        scene.unlicensed(HILL, 20);
        scene.shared(PORT, TOWN, 600, 0.5, 700);
        scene.shared(HILL, TOWN, 600, 0.5, 700);

        assertThat(findings).isEmpty();
    }

    @Test
    void carriersThatComeAndGoWithinSecondsThreeTimesHaveOneTimer() {
        scene.heard(HILL, 1, 5);
        scene.heard(PORT, 1, 5);
        scene.turn(HILL, 100, 700);
        scene.turn(PORT, 101.5, 700.5);
        assertThat(findings).isEmpty();

        scene.came(HILL, Phase.RESUMED, 1000);
        scene.came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
        assertThat(findings.get(0).reasons()[1].code()).isEqualTo(ReasonCode.SAME_TIMER_AS);
    }

    @Test
    void whatWasThereWhenTheFeedBeganDidNotComeThen() {
        scene.heard(HILL, 1, 100);
        scene.heard(PORT, 1, 100);
        scene.turn(HILL, 100 - 1, 700);
        scene.turn(PORT, 100 - 1, 700.5);
        scene.came(HILL, Phase.RESUMED, 1000);
        scene.came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).isEmpty();
    }

    @Test
    void carriersThatAlsoTurnWithoutEachOtherHaveNoCommonTimer() {
        scene.heard(HILL, 1, 5);
        scene.heard(PORT, 1, 5);
        scene.turn(HILL, 100, 700);
        scene.turn(PORT, 101.5, 700.5);
        scene.came(PORT, Phase.RESUMED, 800);
        scene.went(PORT, 900);
        scene.came(HILL, Phase.RESUMED, 1000);
        scene.came(PORT, Phase.RESUMED, 1001);

        assertThat(findings).isEmpty();
    }

    @Test
    void aGroupPausesWhileNoneOfItIsOn() {
        scene.unlicensed(HILL, 20);
        scene.unlicensed(PORT, 20);
        scene.shared(PORT, HILL, 35, 0.4, 70);
        scene.went(HILL, 200);
        scene.went(PORT, 300);
        scene.came(PORT, Phase.RESUMED, 900);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.RESUMED);
    }
}
