package io.bandwatch.detectors.receiver;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rf.CarrierLostDetector;
import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.detectors.rf.tracking.Frames;
import io.bandwatch.detectors.rf.tracking.TrackerSettings;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.detectors.watch.FeedWatch;
import io.bandwatch.detectors.watch.WatchSettings;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverWatchTest {
    private static final LicenceJudge LICENCES = Registers.judge(
            "A,One,97.3,broadcast", "B,Two,97.8,broadcast", "C,Three,98.2,broadcast", "D,Four,98.7,broadcast");

    private static List<Finding> findings(Frames frames) {
        return new DetectorRun<>(new ReceiverWatch(), RfFrame::time)
                .over(frames.list())
                .findings();
    }

    /** Four stations for a minute. */
    private static Frames heard() {
        return Frames.ofSamples().live(0).looks(300, 97.3, 97.8, 98.2, 98.7);
    }

    @Test
    void reportsAReceiverThatBringsNothing() {
        assertThat(findings(heard().unheard(20).looks(50, 97.3, 97.8, 98.2).ended()))
                .extracting(Finding::kind, Finding::phase)
                .containsExactly(
                        tuple(IncidentKind.FEED_LOST, RAISED),
                        tuple(IncidentKind.FEED_LOST, ESCALATED),
                        tuple(IncidentKind.FEED_LOST, PAUSED),
                        tuple(IncidentKind.FEED_LOST, ENDED));
    }

    @Test
    void saysNothingOfAReceiverThatPausesForAMoment() {
        assertThat(findings(heard().unheard(3).looks(50, 97.3, 97.8, 98.2).ended()))
                .isEmpty();
    }

    @Test
    void reportsAnAerialThatIsGone() {
        assertThat(findings(heard().looks(100).ended())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(IncidentKind.RECEIVER_FAULT);
            assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.NO_CARRIER_AT_ALL);
        });
    }

    @Test
    void reportsSamplesThatStandStill() {
        assertThat(findings(heard().received(0, 0, 1.0).looks(100, 97.3).ended()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.SAMPLES_STUCK));
    }

    /** The count of what this machine dropped stays 0 all the while. */
    @Test
    void reportsSamplesThatWereLostBeforeTheyCame() {
        assertThat(findings(heard().drifting(-4_000).looks(100, 97.3).ended()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(IncidentKind.RECEIVER_FAULT);
                    assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.RATE_IS_OFF);
                    assertThat(finding.reasons()[0].arguments()).containsExactly("-0.40");
                });
        assertThat(findings(heard().drifting(1_000).looks(100, 97.3).ended())).isEmpty();
    }

    @Test
    void reportsSamplesThatThisMachineHadNoTimeFor() {
        Frames frames = heard();
        for (int i = 1; i <= 100; i++) {
            frames.received(480_000L * i, 20_000L * i, 0.1).looks(1, 97.3, 97.8, 98.2);
        }

        assertThat(findings(frames.ended())).singleElement().satisfies(finding -> assertThat(
                        finding.reasons()[0].arguments()[0])
                .as("20 of 480")
                .isEqualTo("4.2"));
    }

    @Test
    void reportsAReceiverOfWhichNothingCanBeMeasured() {
        assertThat(findings(heard().unmeasured(20).looks(100, 97.3, 97.8, 98.2).ended()))
                .filteredOn(finding -> finding.phase() == RAISED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(IncidentKind.RECEIVER_FAULT);
                    assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.NOTHING_MEASURED);
                });
    }

    @Test
    void oneStationThatGoesOffIsTheStations() {
        assertThat(findings(heard().looks(100, 97.3, 97.8, 98.2).ended())).isEmpty();
        assertThat(lost(heard().looks(100, 97.3, 97.8, 98.2).ended(), "D")).isNotEmpty();
    }

    @Test
    void noStationIsLostWhileTheReceiverIsDeafOrGone() {
        Frames frames = heard().looks(100).looks(50, 97.3, 97.8, 98.2, 98.7).unheard(30);

        assertThat(lost(frames.looks(50, 97.3, 97.8, 98.2, 98.7).ended(), "D")).isEmpty();
    }

    @Test
    void takingEachStationForItselfWouldCallAllOfThemLost() {
        Frames recording = Frames.ofSamples()
                .looks(300, 97.3, 97.8, 98.2, 98.7)
                .looks(100)
                .looks(50, 97.3, 97.8, 98.2, 98.7)
                .ended();

        for (String station : List.of("A", "B", "C", "D")) {
            assertThat(lost(recording, station)).isNotEmpty();
        }
    }

    /** What is told of a station by the watch over the feed and the detector behind it. */
    private static List<Finding> lost(Frames frames, String station) {
        FeedWatch watch = new FeedWatch(new CarrierTracker(TrackerSettings.DEFAULT), LICENCES, WatchSettings.DEFAULT);
        List<RfObservation> looks = new DetectorRun<>(watch, RfFrame::time)
                .over(frames.list()).findings().stream()
                        .map(AttestedLook::look)
                        .filter(look -> look.channelHz() == channelHz(station))
                        .toList();
        CarrierLostDetector detector =
                new CarrierLostDetector(LICENCES, MaintenancePlan.NONE, CarrierLostSettings.DEFAULT);
        return new DetectorRun<>(detector, RfObservation::time).over(looks).findings();
    }

    private static long channelHz(String station) {
        return switch (station) {
            case "A" -> 97_300_000;
            case "B" -> 97_800_000;
            case "C" -> 98_200_000;
            default -> 98_700_000;
        };
    }
}
