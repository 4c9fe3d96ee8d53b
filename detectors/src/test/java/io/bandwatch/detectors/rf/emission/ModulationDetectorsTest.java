package io.bandwatch.detectors.rf.emission;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector;
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

/** Multiplex power, and none at all. */
class ModulationDetectorsTest {
    private static final MpxPowerDetector POWER = new MpxPowerDetector(MpxPowerSettings.DEFAULT);
    private static final UnmodulatedCarrierDetector BARE =
            new UnmodulatedCarrierDetector(UnmodulatedCarrierSettings.DEFAULT);

    /** RMS deviation of 0 dBr. */
    private static final double REFERENCE_HZ = 19e3 / Math.sqrt(2);

    private static <S> List<Finding> findings(
            Detector<RfObservation, S, Finding> detector, Looks looks, Function<RfObservation, FmReception> heard) {
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
    void powerBeyondTheReferenceIsReportedAfterAMinute() {
        List<Finding> findings =
                findings(POWER, Looks.at(98e6).on(70, 40), look -> Listened.modulated(1.41254 * REFERENCE_HZ, 0));
        assertThat(findings)
                .extracting(Finding::phase, Finding::onset, Finding::at)
                .containsExactly(tuple(RAISED, after(0), after(60)));
        // a factor of 1.41254 is 3 dB
        assertThat(findings.get(0).measured()).isCloseTo(3.0, within(0.001));
        assertThat(findings.get(0).unit()).isEqualTo("dBr");
    }

    @Test
    void powerAtTheReferenceAndShorterThanAMinuteIsNone() {
        assertThat(findings(POWER, Looks.at(98e6).on(200, 40), look -> Listened.modulated(REFERENCE_HZ, 0)))
                .isEmpty();
        assertThat(findings(POWER, Looks.at(98e6).on(59.8, 40), look -> Listened.modulated(2 * REFERENCE_HZ, 0)))
                .isEmpty();
    }

    @Test
    void loudSecondsInAQuietMinuteAreNoneWhereTheRuleOfOneSecondAlarms() {
        Function<RfObservation, FmReception> heard = look ->
                Listened.modulated(look.time().getEpochSecond() % 10 < 3 ? 1.6 * REFERENCE_HZ : 0.3 * REFERENCE_HZ, 0);
        Looks looks = Looks.at(98e6).on(300, 40);
        long loud = looks.list().stream()
                .filter(look -> heard.apply(look).multiplexMeanSquareHz2() > REFERENCE_HZ * REFERENCE_HZ)
                .count();
        assertThat(loud).isEqualTo(450);
        assertThat(findings(POWER, looks, heard)).isEmpty();
    }

    @Test
    void noiseIsNotPower() {
        double noise = 3 * REFERENCE_HZ * REFERENCE_HZ;
        assertThat(findings(POWER, Looks.at(98e6).on(100, 40), look -> Listened.modulated(0.9 * REFERENCE_HZ, noise)))
                .isEmpty();
    }

    @Test
    void datesLoudnessThatComesAndGoes() {
        List<Finding> findings = findings(POWER, Looks.at(98e6).on(400, 40), look -> {
            boolean loud = !look.time().isBefore(after(100)) && look.time().isBefore(after(250));
            return Listened.modulated((loud ? 1.5 : 0.8) * REFERENCE_HZ, 0);
        });
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
        assertThat(findings.get(0).onset()).isEqualTo(after(100));
        assertThat(findings.get(2).until()).isEqualTo(after(250));
    }

    @Test
    void aBareCarrierIsReportedAfterFiveSecondsAndMajorAfterTwenty() {
        List<Finding> findings = findings(
                BARE,
                Looks.at(98e6).on(60, 30),
                look -> Listened.modulated(
                        look.time().isBefore(after(10)) || !look.time().isBefore(after(40)) ? 20e3 : 50, 1e6));
        assertThat(findings)
                .extracting(Finding::phase, Finding::at, Finding::until)
                .containsExactly(
                        tuple(RAISED, after(15), after(15)),
                        tuple(ESCALATED, after(30), after(30)),
                        tuple(PAUSED, after(43), after(40)),
                        tuple(ENDED, after(60), after(40)));
        assertThat(findings).extracting(Finding::onset).containsOnly(after(10));
    }

    @ParameterizedTest
    @CsvSource({
        // hum; radio data alone; a pilot alone
        "500, 1",
        "1414, 0",
        "4773, 0"
    })
    void aPilotOrRadioDataAloneIsSilenceNotABareCarrier(double rmsHz, int incidents) {
        assertThat(findings(BARE, Looks.at(98e6).on(10, 30), look -> Listened.modulated(rmsHz, 0)))
                .hasSize(incidents);
    }

    @Test
    void aBareCarrierInNoiseIsStillBareWhereTheRawDeviationIsAStations() {
        // at 12 dB noise alone deviates by 5 kHz RMS in 65 kHz of multiplex
        double noise = 5e3 * 5e3;
        FmReception look = Listened.modulated(1000, noise);
        assertThat(Math.sqrt(look.multiplexMeanSquareHz2())).isGreaterThan(4773);
        assertThat(findings(BARE, Looks.at(98e6).on(10, 12.5), any -> Listened.modulated(1000, noise)))
                .hasSize(1);
    }

    @Test
    void aCarrierThatGoesIsNotBareAnyMore() {
        assertThat(findings(BARE, Looks.at(98e6).on(10, 30).off(30), look -> Listened.modulated(50, 0)))
                .extracting(Finding::phase, Finding::until)
                .containsExactly(tuple(RAISED, after(5)), tuple(PAUSED, after(10)), tuple(ENDED, after(10)));
    }
}
