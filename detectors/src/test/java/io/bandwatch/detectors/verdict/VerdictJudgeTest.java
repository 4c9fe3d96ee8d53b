package io.bandwatch.detectors.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.artefact.ReferenceClock;
import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.evidence.Relayed;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictJudgeTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final VerdictJudge JUDGE = Registers.verdicts("A,One,98.0,broadcast,1000", "V,Two,99.0,village");
    private static final Sighting AT_98_4 = new Sighting(98.4e6, 0, 25, AT, true);

    private static Assessment judge(
            double mhz, @Nullable Likeness nearest, @Nullable Change change, @Nullable Opening opening) {
        return JUDGE.judge(new Sighting(mhz * 1e6, 0, 25, AT, true), evidence(nearest, change, opening));
    }

    private static Evidence evidence(@Nullable Likeness nearest, @Nullable Change change, @Nullable Opening opening) {
        return new Evidence(
                10,
                false,
                true,
                opening,
                Modulation.UNKNOWN,
                KindTotals.NOTHING,
                null,
                nearest,
                null,
                ArtefactTotals.NOTHING,
                OverloadTotals.NOTHING,
                null,
                change);
    }

    private static Likeness likeness(double correlation) {
        return new Likeness("A", 98_000_000, 2.5, correlation, 10);
    }

    @Test
    void theProgrammeOfALicensedStationMakesARelay() {
        Assessment relay = judge(98.4, likeness(0.9), null, null);
        assertThat(relay.verdict()).isEqualTo(Verdict.RELAY_NOT_REGISTERED);
        assertThat(relay.reasons()).extracting(Reason::code).contains(ReasonCode.SAME_PROGRAMME);
        assertThat(judge(98.4, likeness(0.2), null, null).verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(judge(98.4, likeness(0.2), null, null).reasons())
                .extracting(Reason::code)
                .contains(ReasonCode.OTHER_PROGRAMME);
    }

    /** Longer ago than sound is compared, which takes it for another programme. */
    @Test
    void thePrintsOfALicensedStationMakeARelayAtAnyDelayAndTellIt() {
        Evidence heard = evidence(likeness(0.2), null, null);
        assertThat(JUDGE.judge(AT_98_4, heard).verdict()).isEqualTo(Verdict.UNLICENSED);

        Assessment relay = JUDGE.judge(AT_98_4, heard.relaying(new Relayed("A", 40, 180, 0.957)));

        assertThat(relay.verdict()).isEqualTo(Verdict.RELAY_NOT_REGISTERED);
        Reason reason = relay.reasons().stream()
                .filter(one -> one.code() == ReasonCode.SAME_PRINTS)
                .findFirst()
                .orElseThrow();
        assertThat(reason.arguments()).containsExactly("A", "40.0", "180", "96");
        assertThat(relay.reasons()).extracting(Reason::code).doesNotContain(ReasonCode.OTHER_PROGRAMME);
    }

    @Test
    void whatCameWithAnOpeningIsUndetermined() {
        Opening opening = new Opening(AT, AT.plusSeconds(9), 7, false);
        Assessment distant = judge(98.4, null, null, opening);
        assertThat(distant.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(distant.reasons()).extracting(Reason::code).contains(ReasonCode.PROPAGATION);
    }

    @Test
    void aFrequencyTakenOverIsUnlicensedAndNamesItsVictimThoughTheRegisterHasARow() {
        Change change = new Change(AT, 7, 900, 0, "", "");
        Assessment pirate = judge(98.0, null, change, null);
        assertThat(pirate.verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(pirate.takenOver()).isTrue();
        assertThat(pirate.station()).isEqualTo("A");
        assertThat(pirate.reasons().get(0).weight()).isEqualTo(Reason.Weight.DECISIVE);
        // the obvious rule, a row at the frequency, would have passed it
        assertThat(judge(98.0, null, null, null).verdict()).isEqualTo(Verdict.LICENSED);
    }

    @Test
    void aBareLineThatWasAlwaysThereIsTheReceiversIfItsClockSaysSoAndUndeterminedIfNot() {
        KindTotals bare = new KindTotals(0, 10, 0, 0);
        Sighting sighting = new Sighting(100.8e6, 0, 25, AT, true);
        Evidence always = new Evidence(
                10,
                false,
                false,
                null,
                Modulation.UNKNOWN,
                bare,
                null,
                null,
                null,
                ArtefactTotals.NOTHING,
                OverloadTotals.NOTHING,
                null,
                null);
        assertThat(JUDGE.judge(sighting, always).verdict()).isEqualTo(Verdict.UNDETERMINED);
        VerdictJudge declared =
                new VerdictJudge(JUDGE.licences(), VerdictSettings.DEFAULT.with(new ReferenceClock(28.8e6)));
        // three and a half times 28.8 MHz: half harmonics are not explained
        assertThat(declared.judge(sighting, always).verdict()).isEqualTo(Verdict.UNDETERMINED);
        VerdictJudge tuner =
                new VerdictJudge(JUDGE.licences(), VerdictSettings.DEFAULT.with(new ReferenceClock(14.4e6)));
        assertThat(tuner.judge(sighting, always).verdict()).isEqualTo(Verdict.ARTEFACT);
        // off by what a transmitter is off by, it is one
        assertThat(JUDGE.judge(new Sighting(100.8e6 - 700, 0, 25, AT, true), always)
                        .verdict())
                .isEqualTo(Verdict.UNLICENSED);
        // one that was seen to come on was switched on by somebody
        Evidence keyed = new Evidence(
                10,
                false,
                true,
                null,
                Modulation.UNKNOWN,
                bare,
                null,
                null,
                null,
                ArtefactTotals.NOTHING,
                OverloadTotals.NOTHING,
                null,
                null);
        assertThat(JUDGE.judge(sighting, keyed).verdict()).isEqualTo(Verdict.UNLICENSED);
    }

    @Test
    void digitalSidebandsBelongToTheirHostAndWaitForARow() {
        KindTotals digital = new KindTotals(0, 0, 10, 0);
        Evidence side = new Evidence(
                10,
                false,
                false,
                null,
                Modulation.UNKNOWN,
                digital,
                "A",
                null,
                null,
                ArtefactTotals.NOTHING,
                OverloadTotals.NOTHING,
                null,
                null);
        Assessment sideband = JUDGE.judge(new Sighting(98.15e6, 0, 15, AT, true), side);
        assertThat(sideband.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(sideband.reasons()).extracting(Reason::code).contains(ReasonCode.DIGITAL_SIDEBAND);
    }

    @Test
    void weakEvidenceIsToldLastAndMovesNothing() {
        Assessment plain = judge(98.4, null, null, null);
        assertThat(plain.verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(judge(98.0, null, null, null).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.REGISTER_ENTRY);
    }
}
