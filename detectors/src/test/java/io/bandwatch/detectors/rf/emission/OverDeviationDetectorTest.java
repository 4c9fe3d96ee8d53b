package io.bandwatch.detectors.rf.emission;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Listened;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverDeviationDetectorTest {
    private static List<Finding> findings(Looks looks, Function<RfObservation, FmReception> heard) {
        OverDeviationDetector detector = new OverDeviationDetector(OverDeviationSettings.DEFAULT);
        List<Finding> findings = new DetectorRun<>(detector, RfObservation::time)
                .over(Listened.to(looks.ended().list(), heard))
                .findings();
        FindingGrammar.assertHolds(findings);
        return findings;
    }

    private static Instant after(double seconds) {
        return Looks.START.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void anHonestStationIsNoneWhereItsLargestSampleIsBeyond() {
        // one sample in 30 000 is a click of 110 kHz: the largest value, the obvious rule, alarms in every look
        Function<RfObservation, FmReception> heard = look -> Listened.deviating(98e6, 70e3, 1 / 30_000.0, 110e3);
        FmReception look = Listened.deviating(98e6, 70e3, 1 / 30_000.0, 110e3);
        assertThat(look.deviationHistogram()[FmReception.STEPS / 2 - 110]).isPositive();
        assertThat(findings(Looks.at(98e6).on(180, 40), heard)).isEmpty();
    }

    @Test
    void tenTimesTheShareIsReportedAfterFiveSeconds() {
        List<Finding> findings =
                findings(Looks.at(98e6).on(20, 40), look -> Listened.deviating(98e6, 60e3, 0.02, 95e3));
        assertThat(findings)
                .extracting(Finding::phase, Finding::onset, Finding::at)
                .containsExactly(tuple(RAISED, after(0), after(5)));
        assertThat(findings.get(0).measured()).isCloseTo(2.0, within(0.01));
        assertThat(findings.get(0).threshold()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void aSmallerShareWaitsForTheMinute() {
        // 3 of 10 000
        List<Finding> findings =
                findings(Looks.at(98e6).on(130, 40), look -> Listened.deviating(98e6, 60e3, 3e-4, 95e3));
        assertThat(findings)
                .extracting(Finding::phase, Finding::at)
                .containsExactly(tuple(RAISED, after(60)), tuple(ESCALATED, after(119.8)));
    }

    @Test
    void endsWithTheLastSampleBeyondNotAMinuteLater() {
        List<Finding> findings = findings(
                Looks.at(98e6).on(120, 40),
                look -> look.time().isBefore(after(30)) || !look.time().isBefore(after(60))
                        ? Listened.deviating(98e6, 60e3, 0, 95e3)
                        : Listened.deviating(98e6, 60e3, 0.02, 95e3));
        assertThat(findings)
                .extracting(Finding::phase, Finding::until)
                .containsExactly(tuple(RAISED, after(31.6)), tuple(PAUSED, after(60)), tuple(ENDED, after(60)));
        assertThat(findings.get(0).onset()).isEqualTo(after(30));
    }

    @ParameterizedTest
    @CsvSource({"77, 0", "79, 1"})
    void allowsForItsUncertainty(double deviationKhz, int incidents) {
        assertThat(findings(
                        Looks.at(98e6).on(10, 40), look -> Listened.deviating(98e6, 60e3, 0.05, deviationKhz * 1e3)))
                .hasSize(incidents);
    }

    @Test
    void weakLooksDoNotCount() {
        assertThat(findings(Looks.at(98e6).on(100, 19), look -> Listened.deviating(98e6, 60e3, 0.05, 100e3)))
                .isEmpty();
        assertThat(findings(Looks.at(98e6).on(1, 40).off(100), look -> Listened.deviating(98e6, 60e3, 0.05, 100e3)))
                .isEmpty();
    }

    @Test
    void aCarrierOffItsFrequencyDeviatesFromWhereItIs() {
        // 10 kHz off, swinging by 70 kHz: counted from the channel's centre that would be 80
        assertThat(findings(Looks.at(98e6).on(100, 40, 10e3), look -> Listened.deviating(98.01e6, 70e3, 0.02, 72e3)))
                .isEmpty();
    }
}
