package io.bandwatch.detectors.ts.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TsFaultDetectorTest {
    private static List<Finding> findings(List<TsFrame> frames) {
        return new DetectorRun<>(new TsFaultDetector(TsFaultSettings.DEFAULT), TsFrame::time)
                .over(frames)
                .findings();
    }

    @Test
    void aSoundStreamHasNoFault() {
        assertThat(findings(new Streams().looks(600).ended())).isEmpty();
    }

    @Test
    void reportsAnErrorInTheLookThatShowsItAndEndsIt() {
        List<Finding> findings = findings(new Streams()
                .looks(10)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 3, 256)
                .looks(30)
                .ended());

        FindingGrammar.assertHolds(findings);
        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.TS_PRIORITY_1);
        // onset and end are those of the error itself, not of the look that shows it
        assertThat(raised.onset()).isEqualTo(Streams.START.plusMillis(10_500));
        assertThat(raised.at()).isEqualTo(Streams.START.plusSeconds(11));
        assertThat(raised.measured()).isEqualTo(3);
        assertThat(raised.unit()).isEqualTo("errors");
        assertThat(raised.reasons()[0].arguments()).containsExactly("continuity_count_error", "1.4", "3", "256");
        // it ended with the error, not with the clear time of ten seconds
        assertThat(findings.get(1).until()).isEqualTo(Streams.START.plusMillis(10_500));
        assertThat(findings.get(1).at()).isEqualTo(Streams.START.plusSeconds(21));
    }

    @Test
    void seesErrorsOfAStretchThatCountsLessThanTheOneBeforeIt() {
        Streams streams = new Streams()
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 500, 256)
                .looks(60)
                .begunAnew()
                .looks(10)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 2, 256)
                .looks(5);

        List<Finding> findings = findings(streams.ended());

        assertThat(findings)
                .filteredOn(finding -> finding.phase() == Phase.RAISED || finding.phase() == Phase.RESUMED)
                .hasSize(2)
                .last()
                .satisfies(finding -> assertThat(finding.measured()).isEqualTo(2));
    }

    @Test
    void countsOfAStretchThatBeginsAnewAreAddedToAFaultThatLasts() {
        Streams streams = new Streams()
                .looks(5)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 5, 256)
                .looks(1)
                .begunAnew()
                .looks(1)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 2, 256)
                .looks(12);

        List<Finding> findings = findings(streams.ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        assertThat(findings.get(1).measured()).isEqualTo(7);
    }

    @Test
    void aFaultOfManyIndicatorsIsOneIncidentWhereAnAlarmForEachWouldBeMany() {
        Streams streams = new Streams().looks(5);
        for (int second = 0; second < 8; second++) {
            streams.errors(TsIndicator.TS_SYNC_LOSS, 1, -1)
                    .errors(TsIndicator.SYNC_BYTE_ERROR, 2, -1)
                    .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 40, 256)
                    .interval(TsIndicator.PAT_ERROR_2, 0.9, 0.5)
                    .looks(1);
        }
        List<TsFrame> frames = streams.looks(20).ended();

        List<Finding> findings = findings(frames);
        assertThat(findings)
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.ESCALATED, Phase.PAUSED, Phase.ENDED);
        assertThat(findings.get(1).severity()).isEqualTo(Severity.MAJOR);
        assertThat(findings.get(1).reasons())
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.TS_INDICATOR,
                        ReasonCode.TS_INDICATOR,
                        ReasonCode.TS_INTERVAL,
                        ReasonCode.TS_INDICATOR_ON_PID);
        // five looks with forty errors each, all of one fault
        assertThat(findings.get(1).reasons()[3].arguments()[2]).isEqualTo("200");

        // the naive rule: an alarm whenever the count of an indicator has risen
        long alarms = 0;
        for (int place = 1; place < frames.size() - 1; place++) {
            TsIndicatorCount[] before = stream(frames.get(place - 1)).indicators();
            TsIndicatorCount[] now = stream(frames.get(place)).indicators();
            for (int indicator = 0; indicator < now.length; indicator++) {
                alarms += now[indicator].count() > before[indicator].count() ? 1 : 0;
            }
        }
        assertThat(alarms).isEqualTo(32);
    }

    @Test
    void aFaultThatComesAndGoesIsOneIncidentWithItsPresences() {
        Streams streams = new Streams().looks(5);
        for (int time = 0; time < 4; time++) {
            streams.errors(TsIndicator.PTS_ERROR, 1, 257).looks(30);
        }
        List<Finding> findings = findings(streams.ended());

        FindingGrammar.assertHolds(findings);
        assertThat(findings)
                .extracting(Finding::phase)
                .filteredOn(Phase.RAISED::equals)
                .hasSize(1);
        assertThat(findings)
                .extracting(Finding::phase)
                .filteredOn(Phase.RESUMED::equals)
                .hasSize(3);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(IncidentKind.TS_PRIORITY_2));
    }

    @Test
    void whatIsMissingIsReportedWhileItIsAndClearsWhenItIsBack() {
        List<Finding> findings = findings(new Streams()
                .looks(10)
                .runs(TsIndicator.SDT_ACTUAL_ERROR, 2)
                .looks(20)
                .ceases(TsIndicator.SDT_ACTUAL_ERROR)
                .looks(100)
                .ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.PAUSED, Phase.ENDED);
        assertThat(findings.get(0).kind()).isEqualTo(IncidentKind.TS_PRIORITY_3);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).onset()).isEqualTo(Streams.START.plusSeconds(10));
        assertThat(findings.get(0).threshold()).isEqualTo(2000);
        assertThat(findings.get(0).unit()).isEqualTo("ms");
        // a minute without an error: tables come as rarely as every half minute
        assertThat(Duration.between(findings.get(1).until(), findings.get(1).at()))
                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    }

    @Test
    void aProbeThatDiesIsNoFaultOfTheStreamWhereEveryLateTableWouldBe() {
        List<TsFrame> frames = new Streams()
                .looks(20)
                .silent(40)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 12, 256)
                .interval(TsIndicator.PAT_ERROR_2, 40.1, 0.5)
                .looks(1)
                .interval(TsIndicator.NIT_ACTUAL_ERROR, 4.0, 10)
                .looks(20)
                .ended();

        assertThat(findings(frames)).isEmpty();
        // the naive rule raises on the counts alone
        assertThat(stream(frames.get(frames.size() - 2)).indicators()).anySatisfy(count -> {
            assertThat(count.indicator()).isEqualTo(TsIndicator.PAT_ERROR_2);
            assertThat(count.count()).isEqualTo(1);
        });
    }

    @Test
    void aTableThatDoesNotComeBackAfterTheFeedDidIsAFault() {
        List<Finding> findings = findings(new Streams()
                .looks(20)
                .runs(TsIndicator.PMT_ERROR_2, 0.5)
                .silent(40)
                .looks(10)
                .ended());

        assertThat(findings).extracting(Finding::kind).contains(IncidentKind.TS_PRIORITY_1);
        // not from the time before the gap, in which nobody could see it: from the first look after it
        assertThat(findings.get(0).onset()).isEqualTo(Streams.START.plusSeconds(61));
    }

    @Test
    void aFaultOfAStreamWithoutClockEndsAfterTenLooksWhereTimeAloneWouldNeverPass() {
        List<TsFrame> frames = new Streams()
                .timeless()
                .looks(3)
                .errors(TsIndicator.CONTINUITY_COUNT_ERROR, 3, 256)
                .looks(20)
                .frames();

        assertThat(findings(frames)).extracting(Finding::phase).startsWith(Phase.RAISED, Phase.PAUSED);
        // the naive rule adds up how long the looks were
        assertThat(frames.stream().mapToLong(TsFrame::durationNs).sum()).isZero();
    }

    @Test
    void bytesWithoutSyncAreTheStreamsFault() {
        List<Finding> findings = findings(new Streams()
                .looks(5)
                .runs(TsIndicator.TS_SYNC_LOSS, Double.NaN)
                .noise(10)
                .ended());

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ESCALATED);
    }

    private static TsObservation stream(TsFrame frame) {
        return Objects.requireNonNull(frame.stream());
    }

    @Test
    void theStateAfterEachLookIsAllThatIsRemembered() {
        TsFaultDetector detector = new TsFaultDetector(TsFaultSettings.DEFAULT);
        TsFaultState state = detector.initial();
        Streams streams = new Streams()
                .looks(3)
                .errors(TsIndicator.TRANSPORT_ERROR, 1, -1)
                .looks(2);
        for (TsFrame frame : streams.frames()) {
            state = detector.onObservation(state, frame).next();
        }
        assertThat(state.second().isPresent()).isTrue();
        assertThat(Stream.of(state.first(), state.third())).noneMatch(run -> run.isPresent());
    }
}
