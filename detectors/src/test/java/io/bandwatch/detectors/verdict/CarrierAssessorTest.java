package io.bandwatch.detectors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.detectors.watch.Plain;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierAssessorTest {
    private static final LicenceJudge JUDGE =
            Registers.judge("A,One,98.0,broadcast,1000", "N,Night,97.0,village,,22:00-06:00");

    private static List<CarrierRecord> records(LicenceJudge judge, AssessorSettings settings, Looks looks) {
        return new DetectorRun<>(
                        new Plain<>(new CarrierAssessor(Registers.verdicts(judge), settings)), RfObservation::time)
                .over(looks.list())
                .findings();
    }

    private static List<CarrierRecord> records(Looks looks) {
        return records(JUDGE, AssessorSettings.FINALS, looks);
    }

    @Test
    void sumsUpTheRecordingInLinearMeansOverTheTimeOnAir() {
        CarrierRecord record =
                records(Looks.at(98.0e6).off(2).on(4, 10).on(4, 20).ended()).get(0);
        assertThat(record.time()).isEqualTo(Looks.START);
        assertThat(record.durationNs()).isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(record.presence()).isEqualTo(0.8);
        // 10 log10((10 + 100) / 2); the mean of the decibels would be 15
        assertThat(record.snrDb()).isCloseTo(17.404, within(0.001));
        assertThat(record.levelDbfs()).isCloseTo(-62.596, within(0.001));
        assertThat(record.occupiedBandwidthHz()).isCloseTo(150e3, within(1e-6));
        assertThat(record.frequencyHz()).isCloseTo(98.0e6, within(1e-3));
        assertThat(record.verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(record.station()).isEqualTo("A");
        assertThat(record.interval()).isFalse();
    }

    @Test
    void hasNoRecordOfWhatWasNeverConfirmed() {
        assertThat(records(Looks.at(98.0e6).unconfirmed(0.2, 10).off(10).endedUnconfirmed()))
                .isEmpty();
        assertThat(records(Looks.at(98.0e6).off(10).endedUnconfirmed())).isEmpty();
    }

    @Test
    void aStrayLookShiftsThePlainMeanByHalfAKilohertzAndTheRecordNotAtAll() {
        Looks looks = Looks.at(98.0e6).on(2, 20).on(0.2, 20, 10e3).on(1.8, 20).ended();
        double plainMeanHz = looks.list().stream()
                .filter(RfObservation::onAir)
                .mapToDouble(RfObservation::frequencyHz)
                .average()
                .orElseThrow();
        assertThat(plainMeanHz).isCloseTo(98.0005e6, within(1.0));
        // equal looks but for the stray one, which is trimmed
        assertThat(records(looks).get(0).frequencyHz()).isCloseTo(98.0e6, within(1e-3));
    }

    @Test
    void averagesTheFrequencyOfManyLooksInBoundedMemory() {
        Looks looks = Looks.at(98.0e6);
        for (int i = 0; i < 1000; i++) {
            looks.on(0.2, 20, i % 2 == 0 ? 900 : -900);
        }
        CarrierAssessor assessor = new CarrierAssessor(Registers.verdicts(JUDGE), AssessorSettings.FINALS);
        DetectorRun<RfObservation, AssessorState, CarrierRecord> run =
                new DetectorRun<>(new Plain<>(assessor), RfObservation::time);
        run.over(looks.list());
        CarrierTotals whole = Objects.requireNonNull(run.state().whole());
        assertThat(whole.frequencies().hz()).hasSizeLessThanOrEqualTo(64);
        run.over(looks.ended().list().subList(1000, 1001));
        // cells hold whole pairs of looks, so that the jitter cancels
        assertThat(run.findings().get(0).frequencyHz()).isCloseTo(98.0e6, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({
        // hours begin at 22:00: seconds before and after it on air
        "10, 10, UNLICENSED",
        "1, 10, AUTHORISED",
        "3, 10, UNLICENSED",
        "1.2, 1, UNLICENSED"
    })
    void isUnlicensedIfItWasForTheHoldTimeOrTheGreaterPart(double before, double after, Verdict verdict) {
        Instant ten = Instant.parse("2026-03-02T14:00:00Z");
        Looks looks = Looks.from(ten.minusMillis(Math.round(before * 1000)), 97.0e6)
                .on(before + after, 20)
                .ended();
        assertThat(records(looks)).extracting(CarrierRecord::verdict).containsExactly(verdict);
    }

    @Test
    void isUndeterminedWithoutARegisterAndClaimsNothing() {
        LicenceJudge judge = new LicenceJudge(null, JudgeSettings.DEFAULT);
        CarrierRecord record = records(
                        judge,
                        AssessorSettings.FINALS,
                        Looks.at(98.0e6).on(10, 20).ended())
                .get(0);
        assertThat(record.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(record.confidence()).isZero();
        assertThat(record.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.NO_REGISTER);
    }

    @Test
    void isTheMoreConfidentTheStrongerAndTheLongerItWasHeard() {
        double weak = records(Looks.at(98.0e6).on(10, -2).ended()).get(0).confidence();
        double brief = records(Looks.at(98.0e6).on(1, 20).ended()).get(0).confidence();
        double good = records(Looks.at(98.0e6).on(10, 20).ended()).get(0).confidence();
        assertThat(good).isBetween(0.9, 1.0);
        assertThat(weak).isBetween(0.5, good - 0.01);
        assertThat(brief).isBetween(0.5, good - 0.01);
    }

    @Test
    void makesARecordOfEachIntervalFromTheStartOfTheRecording() {
        AssessorSettings settings = AssessorSettings.finalsAndIntervalsOf(Duration.ofSeconds(2));
        List<CarrierRecord> records = records(
                JUDGE, settings, Looks.at(98.0e6).on(3, 10).off(3).on(1, 20).ended());
        assertThat(records)
                .extracting(
                        CarrierRecord::interval,
                        record -> Duration.between(Looks.START, record.time()).toMillis(),
                        record -> record.durationNs() / 1_000_000,
                        CarrierRecord::presence)
                .containsExactly(
                        tuple(true, 0L, 2000L, 1.0),
                        tuple(true, 2000L, 2000L, 0.5),
                        tuple(true, 6000L, 1000L, 1.0),
                        tuple(false, 0L, 7000L, 4.0 / 7));
        assertThat(records(
                        JUDGE,
                        AssessorSettings.intervalsOf(Duration.ofSeconds(2)),
                        Looks.at(98.0e6).on(4, 10).ended()))
                .extracting(CarrierRecord::interval)
                .containsExactly(true, true);
    }

    @Test
    void callsNobodyUnlicensedForLessThanTheHoldTime() {
        CarrierRecord brief =
                records(Looks.at(98.4e6).off(10).on(1.4, 20).ended()).get(0);
        assertThat(brief.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(brief.reasons()[0].code()).isEqualTo(ReasonCode.TOO_LITTLE_EVIDENCE);
        assertThat(records(Looks.at(98.4e6).off(10).on(2, 20).ended()).get(0).verdict())
                .isEqualTo(Verdict.UNLICENSED);
    }

    @Test
    void aLookLongerThanTheIntervalIsAnIntervalOfItsOwn() {
        AssessorSettings settings = AssessorSettings.intervalsOf(Duration.ofSeconds(1));
        List<CarrierRecord> records = records(
                JUDGE,
                settings,
                Looks.at(98.0e6).sweeps(10_000, 10e3).on(30, 10).ended());
        assertThat(records)
                .extracting(record -> record.durationNs() / 1_000_000_000)
                .containsExactly(10L, 10L, 10L);
    }
}
