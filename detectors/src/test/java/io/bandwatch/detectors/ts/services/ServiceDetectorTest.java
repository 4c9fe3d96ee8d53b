package io.bandwatch.detectors.ts.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.TsService;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceDetectorTest {
    private static final TsService ONE = Offered.service(1, "One");
    private static final TsService TWO = Offered.service(2, "Two");
    private static final String BOTH = ",769,1,One,,\n,769,2,Two,,\n";

    private static List<Finding> findings(@Nullable String rows, SiteProfile profile, List<TsFrame> frames) {
        ServiceRegister register = rows == null ? null : ServiceRegisterTest.valid(rows);
        ServiceDetector detector =
                new ServiceDetector(new ServiceJudge(register, null, profile), ServiceSettings.DEFAULT);
        return new DetectorRun<>(detector, TsFrame::time).over(frames).findings();
    }

    private static List<Finding> findings(@Nullable String rows, List<TsFrame> frames) {
        return findings(rows, SiteProfile.BROADCAST, frames);
    }

    private static Streams streams(TsService... services) {
        return new Streams().services(Offered.STREAM, services);
    }

    @Test
    void aStreamAsItsRegisterHasItGivesNothing() {
        assertThat(findings(BOTH, streams(ONE, TWO).looks(300).ended())).isEmpty();
    }

    @Test
    void reportsAServiceThatTheRegisterDoesNotHaveOnceAfterItsHoldTime() {
        List<Finding> findings = findings(
                BOTH,
                streams(ONE, TWO)
                        .looks(10)
                        .services(Offered.STREAM, ONE, TWO, Offered.service(66, "Stranger"))
                        .looks(20)
                        .services(Offered.STREAM, ONE, TWO)
                        .looks(10)
                        .ended());

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == IncidentKind.UNLICENSED_SERVICE)
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        Finding raised = findings.get(0);
        assertThat(raised.subject().serviceId()).isEqualTo(66);
        assertThat(raised.onset()).isEqualTo(Streams.START.plusSeconds(10));
        assertThat(raised.at()).isEqualTo(Streams.START.plusSeconds(13));
        assertThat(raised.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NO_SERVICE_ENTRY);
        assertThat(raised.reasons()[0].arguments()).containsExactly("66", "Stranger");
    }

    @Test
    void withoutARegisterNothingIsUnlicensed() {
        assertThat(findings(null, streams(ONE, TWO).looks(60).ended())).isEmpty();
    }

    @Test
    void reportsAServiceOfTheRegisterThatIsNotThere() {
        List<Finding> findings = findings(BOTH, streams(ONE).looks(30).ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ESCALATED);
        assertThat(findings.get(0).kind()).isEqualTo(IncidentKind.SERVICE_MISSING);
        assertThat(findings.get(0).subject().serviceId()).isEqualTo(2);
        assertThat(findings.get(0).reasons()[0].arguments()).containsExactly("2", "Two", "3");
    }

    @Test
    void aServiceOfAnotherStreamIsNotMissedHere() {
        assertThat(findings(
                        BOTH + ",770,3,Three,,\n", streams(ONE, TWO).looks(30).ended()))
                .isEmpty();
    }

    @Test
    void reportsAServiceThatWasThereAndIsGoneAndClearsWhenItIsBack() {
        List<Finding> findings = findings(
                null,
                streams(ONE, TWO)
                        .looks(20)
                        .services(Offered.STREAM, ONE)
                        .looks(8)
                        .services(Offered.STREAM, ONE, TWO)
                        .looks(20)
                        .ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        assertThat(findings.get(0).kind()).isEqualTo(IncidentKind.SERVICE_MISSING);
        assertThat(findings.get(1).until()).isEqualTo(Streams.START.plusSeconds(28));
    }

    @Test
    void aPermitListDemandsNothing() {
        assertThat(findings(
                        BOTH,
                        SiteProfile.HEAD_END,
                        streams(ONE, TWO)
                                .looks(20)
                                .services(Offered.STREAM, ONE)
                                .looks(30)
                                .ended()))
                .isEmpty();
    }

    @Test
    void reportsWhatHasChangedOfAService() {
        List<Finding> findings = findings(
                null,
                streams(ONE)
                        .looks(20)
                        .services(Offered.STREAM, Offered.service(770, 1, "Uno", true, Codec.HEVC))
                        .looks(10)
                        .ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.SERVICE_CHANGED);
        assertThat(raised.onset()).isEqualTo(Streams.START.plusSeconds(20));
        assertThat(raised.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.SERVICE_RENAMED,
                        ReasonCode.SERVICE_MOVED,
                        ReasonCode.COMPONENTS_CHANGED,
                        ReasonCode.SCRAMBLING_BEGAN);
        assertThat(raised.reasons()[2].arguments())
                .containsExactly("audio mp2 chi, video h264", "audio mp2 chi, video hevc");
    }

    @Test
    void aServiceThatNeverWasWhatItsRowSaysHasChanged() {
        assertThat(findings(",769,1,First,,\n", streams(ONE).looks(10).ended()))
                .extracting(Finding::kind)
                .containsExactly(IncidentKind.SERVICE_CHANGED);
    }

    @Test
    void newVersionsOfTheTablesAreNoChangeWhereComparingTwoLooksWouldSayTwo() {
        TsService later = Offered.service(1, "One");
        List<TsFrame> frames = streams(ONE)
                .looks(20)
                .services(Offered.STREAM, Offered.withoutPmt(1, "One"))
                .looks(1)
                .services(Offered.STREAM, Offered.service(Offered.STREAM, 1, "One", true, Codec.H264))
                .looks(1)
                .services(Offered.STREAM, later)
                .looks(20)
                .ended();

        assertThat(findings(null, frames)).isEmpty();
        // the naive rule: the services of a look are not those of the look before
        long changes = 0;
        for (int place = 1; place < frames.size() - 1; place++) {
            changes += described(frames.get(place)).equals(described(frames.get(place - 1))) ? 0 : 1;
        }
        assertThat(changes).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aFeedThatBringsNothingMissesNoService() {
        assertThat(findings(
                        BOTH, streams(ONE, TWO).looks(20).silent(60).looks(10).ended()))
                .isEmpty();
    }

    private static String described(TsFrame frame) {
        TsService service = Objects.requireNonNull(frame.stream()).services()[0];
        return service.components().length + " " + service.scrambled();
    }
}
