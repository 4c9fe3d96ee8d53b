package io.bandwatch.detectors.licences;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceJudgeTest {
    /** Noon in Shanghai, a Monday. */
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private static Sighting sighting(double frequencyMhz) {
        return new Sighting(frequencyMhz * 1e6, 0, 30, NOON, true);
    }

    private static List<ReasonCode> codes(Judgement judgement) {
        return judgement.reasons().stream().map(reason -> reason.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "broadcast, LICENSED",
        "relay, LICENSED",
        "village, AUTHORISED",
        "emergency, AUTHORISED",
        "cdr, AUTHORISED",
        "foreign, FOREIGN",
        "micropower, MICROPOWER"
    })
    void takesTheVerdictFromTheClass(String stationClass, Verdict verdict) {
        Judgement judgement = Registers.judge("A,One,98.0," + stationClass).judge(sighting(98.0));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.station()).isEqualTo("A");
        assertThat(codes(judgement)).containsExactly(ReasonCode.REGISTER_ENTRY);
    }

    @ParameterizedTest
    @CsvSource({
        // tolerance 2 kHz above 50 W, 3 kHz up to it and where the power is unknown, 500 Hz for the measurement
        "1000, 2400, 30, 0, LICENSED",
        "1000, 2600, 30, 0, LICENSED_OUT_OF_PARAMETERS",
        "1000, -2600, 30, 0, LICENSED_OUT_OF_PARAMETERS",
        "1000, 2600, 14.9, 0, LICENSED",
        "1000, 2600, 30, 10000, LICENSED",
        "50, 3400, 30, 0, LICENSED",
        "50, 3600, 30, 0, LICENSED_OUT_OF_PARAMETERS",
        "'', 3400, 30, 0, LICENSED",
        "1000, 19900, 30, 0, LICENSED_OUT_OF_PARAMETERS",
        "1000, 20100, 30, 0, UNLICENSED",
        "1000, 43000, 30, 86800, LICENSED",
    })
    void holdsALicensedCarrierToItsTolerance(
            String erpW, double offsetHz, double snrDb, double uncertaintyHz, Verdict verdict) {
        Sighting sighting = new Sighting(98e6 + offsetHz, uncertaintyHz, snrDb, NOON, true);
        assertThat(Registers.judge("A,One,98.0,broadcast," + erpW)
                        .judge(sighting)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void anAuthorisedCarrierOffItsFrequencyStaysAuthorisedWithARemark() {
        Judgement judgement = Registers.judge("A,One,98.0,village").judge(sighting(98.008));
        assertThat(judgement.verdict()).isEqualTo(Verdict.AUTHORISED);
        assertThat(codes(judgement)).contains(ReasonCode.FREQUENCY_OFFSET);
    }

    @ParameterizedTest
    @CsvSource({
        "broadcast, 13:00-14:00, '', '', LICENSED_OUT_OF_PARAMETERS, OUTSIDE_HOURS",
        "relay, 13:00-14:00, '', '', LICENSED_OUT_OF_PARAMETERS, OUTSIDE_HOURS",
        "village, 13:00-14:00, '', '', UNLICENSED, OUTSIDE_HOURS",
        "emergency, 13:00-14:00, '', '', UNLICENSED, OUTSIDE_HOURS",
        "broadcast, 11:00-14:00, '', '', LICENSED, REGISTER_ENTRY",
        "broadcast, '', 2026-03-03, '', UNLICENSED, NOT_YET_VALID",
        "broadcast, '', '', 2026-03-01, UNLICENSED, EXPIRED",
        "broadcast, '', 2026-03-02, 2026-03-02, LICENSED, REGISTER_ENTRY",
    })
    void appliesHoursAndValidity(
            String stationClass, String hours, String from, String to, Verdict verdict, ReasonCode reason) {
        LicenceJudge judge = Registers.judge(String.join(",", "A,One,98.0", stationClass, "", hours, from, to));
        Judgement judgement = judge.judge(sighting(98.0));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(codes(judgement)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"13:00-14:00, '', true", "'', 2026-03-01, true", "'', '', false"})
    void appliesNeitherWhereTheTimeIsUnknownAndSaysSoWhereItMatters(String hours, String to, boolean matters) {
        LicenceJudge judge = Registers.judge(String.join(",", "A,One,98.0,broadcast", "", hours, "", to));
        Judgement judgement = judge.judge(new Sighting(98e6, 0, 30, Instant.EPOCH, false));
        assertThat(judgement.verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(codes(judgement).contains(ReasonCode.TIME_UNKNOWN)).isEqualTo(matters);
    }

    @Test
    void letsTheEntryThatExplainsBestSpeak() {
        LicenceJudge judge = Registers.judge(
                "OLD,Expired,98.0,broadcast,,,,2020-01-01", "FAR,Far,98.015,broadcast,1000", "OK,Fine,98.001,relay");
        assertThat(judge.judge(sighting(98.0)).station()).isEqualTo("OK");
        assertThat(judge.judge(sighting(98.0)).verdict()).isEqualTo(Verdict.LICENSED);
    }

    @Test
    void findsNothingThatExplains() {
        Judgement judgement = Registers.judge("A,One,98.0,broadcast").judge(sighting(99.0));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(judgement.station()).isNull();
        assertThat(judgement.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.NO_REGISTER_ENTRY);
            assertThat(reason.arguments()).containsExactly("99.0000", "20");
        });
    }

    @Test
    void saysNothingWithoutARegister() {
        Judgement judgement = new LicenceJudge(null, JudgeSettings.DEFAULT).judge(sighting(98.0));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(codes(judgement)).containsExactly(ReasonCode.NO_REGISTER);
    }
}
