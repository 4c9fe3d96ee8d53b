package io.bandwatch.detectors.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Registers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Test cards, which are a fault on air and none in a maintenance window. */
class TestCardTest {
    private final Broadcast service = new Broadcast();

    @Test
    void barsAreReportedWithTheirToneButNotInAMaintenanceWindow() {
        service.seconds(2);
        service.bars = 0.99;
        service.difference = 0;
        service.toneShare = 0.99;
        service.seconds(20);
        List<Finding> findings = Broadcast.findings(detector(ServiceProfile.STANDARD), service.ended());
        assertThat(Broadcast.words(detector(ServiceProfile.STANDARD), service))
                .containsExactly(
                        "RAISED video-colour-bars warning 2.00..5.00", "ESCALATED video-colour-bars major 2.00..12.00");
        assertThat(codes(findings.get(0))).containsExactly(ReasonCode.COLOUR_BARS, ReasonCode.LINE_UP_TONE);
        MaintenancePlan plan = Registers.plan("257,2026-03-01T19:00Z,2026-03-01T21:00Z,GD-7,test card");
        assertThat(Broadcast.words(detector(new ServiceProfile(Set.of(), plan)), service))
                .isEmpty();
    }

    @Test
    void aTestCardThatIsNoBarsMayStandInAMaintenanceWindow() {
        service.seconds(1);
        service.difference = 0;
        service.changed = 0;
        service.seconds(30);
        MaintenancePlan plan = Registers.plan("257,2026-03-01T19:00Z,2026-03-01T21:00Z,GD-7,test card");
        MaintenancePlan over = Registers.plan("257,2026-03-01T19:00Z,2026-03-01T19:30Z,GD-7,test card");
        assertThat(Broadcast.words(detector(new ServiceProfile(Set.of(), plan)), service))
                .isEmpty();
        assertThat(Broadcast.words(detector(new ServiceProfile(Set.of(), over)), service))
                .hasSize(2);
    }

    private static PictureDetector detector(ServiceProfile profile) {
        return new PictureDetector(PictureSettings.DEFAULT, new ServiceProfiles(Map.of(Broadcast.SERVICE, profile)));
    }

    private static List<ReasonCode> codes(Finding finding) {
        return List.of(finding.reasons()).stream().map(Reason::code).toList();
    }
}
