package io.bandwatch.detectors.content.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.LoopSettings;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatDetector;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days of reports, as {@link RepeatDetector} makes them each five seconds. */
class RepetitionAssessorTest {
    private static final Subject AIR = Subject.carrier("hill", 98_500_000, 0);
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final long FIRST = PrintLine.step(START);
    private static final int REPORT_S = 5;
    private static final int STEPS_A_SECOND = 50;
    private static final int DAY_S = 24 * 3600;

    private final RepetitionAssessor assessor = new RepetitionAssessor(LoopSettings.DEFAULTS);
    private final List<RepetitionRecord> records = new ArrayList<>();
    private RepetitionState state = assessor.initial();
    private Optional<Instant> wakeAt = Optional.empty();

    /** What counts a stretch when it is over, as the first rule here did, tells a day with nothing new of it as all new. */
    @Test
    void aLoopThatIsOneStretchForDaysCountsInEachOfThem() {
        int periodS = 240;
        for (int s = REPORT_S; s <= 30 * 3600; s += REPORT_S) {
            boolean ended = s == 30 * 3600;
            Repeat[] loop = s > periodS + 15 ? new Repeat[] {repeat(periodS, s, periodS)} : new Repeat[0];
            report(s, ended ? new Repeat[0] : loop, ended ? loop : new Repeat[0], ended);
        }

        assertThat(records).hasSize(2);
        assertThat(records.get(0).newShare()).isCloseTo((double) periodS / DAY_S, within(1e-3));
        assertThat(records.get(1).newShare()).isCloseTo(0, within(1e-3));
        for (RepetitionRecord record : records) {
            assertThat(record.loopPeriodS()).isEqualTo(periodS);
            assertThat(record.repeats()).hasSize(1);
            ListedRepeat listed = record.repeats()[0];
            assertThat(listed.from()).isAfterOrEqualTo(record.time());
            assertThat(listed.to()).isBeforeOrEqualTo(record.time().plusSeconds((long) record.durationS()));
        }
        assertThat(records.get(1).repeats()[0].from()).isEqualTo(START.plusSeconds(DAY_S));
    }

    @Test
    void aStretchThatIsOverWhenADayHasBegunCountsInTheDayBefore() {
        for (int s = REPORT_S; s <= DAY_S + 7200; s += REPORT_S) {
            boolean open = s > DAY_S - 600 && s <= DAY_S + 5;
            boolean over = s == DAY_S + 10;
            Repeat[] rerun = {repeat(DAY_S - 600, Math.min(s, DAY_S), 20_000)};
            report(s, open ? rerun : new Repeat[0], over ? rerun : new Repeat[0], s == DAY_S + 7200);
        }

        assertThat(records).hasSize(2);
        assertThat(records.get(0).newShare()).isCloseTo(1 - 600.0 / DAY_S, within(1e-4));
        assertThat(records.get(0).loopPeriodS()).isNull();
        assertThat(records.get(1).newShare()).isEqualTo(1);
        assertThat(records.get(1).repeats()).isEmpty();
    }

    /** All of them together are longer than the time since; but there was never a loop. */
    @Test
    void whatComesAgainAfterTheSameTimeHereAndThereIsNoLoop() {
        int lagS = 60;
        for (int s = REPORT_S; s <= 7200; s += REPORT_S) {
            boolean over = s % 600 == 0;
            Repeat[] spot = {repeat(s - 40, s - 15, lagS)};
            report(s, new Repeat[0], over ? spot : new Repeat[0], s == 7200);
        }

        assertThat(records).hasSize(1);
        assertThat(records.get(0).repeats()).hasSize(12);
        assertThat(records.get(0).loopPeriodS()).isNull();
    }

    /** What waits for the next report tells three and a half days as one here. */
    @Test
    void aDayIsToldWhenItIsOverThoughNothingMoreIsHeard() {
        int periodS = 240;
        int silentS = 6 * 3600;
        for (int s = REPORT_S; s <= silentS; s += REPORT_S) {
            report(
                    s,
                    s > periodS + 15 ? new Repeat[] {repeat(periodS, s, periodS)} : new Repeat[0],
                    new Repeat[0],
                    false);
        }

        assertThat(wakeAt).contains(START.plusSeconds(DAY_S + 15));
        wake(START.plusSeconds(DAY_S + 14));
        assertThat(records).isEmpty();
        wake(START.plusSeconds(DAY_S + 15));

        assertThat(records).hasSize(1);
        RepetitionRecord day = records.get(0);
        assertThat(day.time()).isEqualTo(START);
        assertThat(day.durationS()).isEqualTo(DAY_S);
        assertThat(day.heardS()).isEqualTo(silentS);
        assertThat(day.newShare()).isCloseTo((double) periodS / silentS, within(1e-3));
        assertThat(day.loopPeriodS()).isEqualTo(periodS);
        assertThat(day.repeats()).hasSize(1);
        assertThat(wakeAt).as("of silence nothing is told").isEmpty();

        // what is left of the seconds before the silence comes when it is over
        Repeat[] loop = {repeat(periodS, silentS + 2, periodS)};
        report(silentS + 2, new Repeat[0], loop, false);
        assertThat(wakeAt).isEmpty();
        int againS = 3 * DAY_S + DAY_S / 2;
        for (int s = againS + REPORT_S; s <= againS + 3600; s += REPORT_S) {
            report(s, new Repeat[0], new Repeat[0], s == againS + 3600);
        }

        assertThat(records).hasSize(2);
        assertThat(records.get(1).time()).isEqualTo(START.plusSeconds(againS));
        assertThat(records.get(1).heardS()).isEqualTo(3600);
        assertThat(records.get(1).newShare()).isEqualTo(1);
        assertThat(records.get(1).repeats()).isEmpty();
    }

    @Test
    void aStretchThatIsOpenWhenNothingMoreIsHeardCountsUpToWhereItWasHeard() {
        for (int s = REPORT_S; s <= DAY_S - 10; s += REPORT_S) {
            Repeat[] rerun = {repeat(DAY_S - 600, s, 20_000)};
            report(s, s > DAY_S - 580 ? rerun : new Repeat[0], new Repeat[0], false);
        }
        wake(wakeAt.orElseThrow());

        assertThat(records).hasSize(1);
        assertThat(records.get(0).newShare()).isCloseTo(1 - 590.0 / (DAY_S - 10), within(1e-6));
    }

    /** A relay of a network has one stretch with another for days, and now and then a minute at other times. */
    @Test
    void whatAnotherProgrammeHadBeforeIsToldAndIsNewHere() {
        Subject other = Subject.carrier("valley", 101_000_000, 0);
        Subject service = Subject.service("mux", 7);
        for (int s = REPORT_S; s <= 30 * 3600; s += REPORT_S) {
            boolean ended = s == 30 * 3600;
            List<Repeat> open = new ArrayList<>(List.of(repeat(other, 0, s, 0.2)));
            List<Repeat> over = new ArrayList<>();
            if (s % 7200 == 0) {
                over.add(repeat(service, s - 75, s - 15, 600 + s / 360_000.0));
            }
            (ended ? over : open).addAll(ended ? open : List.of());
            report(s, (ended ? List.<Repeat>of() : open).toArray(Repeat[]::new), over.toArray(Repeat[]::new), ended);
        }

        assertThat(records).hasSize(2);
        RepetitionRecord day = records.get(0);
        assertThat(day.newShare()).isEqualTo(1);
        assertThat(day.repeats()).isEmpty();
        assertThat(day.shared()).hasSize(2);
        assertThat(day.shared()[0].other()).isEqualTo(other);
        assertThat(day.shared()[0].from()).isEqualTo(START);
        assertThat(day.shared()[0].to()).isEqualTo(START.plusSeconds(DAY_S));
        assertThat(day.shared()[0].sharedS()).isEqualTo(DAY_S);
        assertThat(day.shared()[0].lagS()).isCloseTo(0.2, within(0.01));
        assertThat(day.shared()[1].other()).isEqualTo(service);
        assertThat(day.shared()[1].from()).isEqualTo(START.plusSeconds(7200 - 75));
        assertThat(day.shared()[1].to()).isEqualTo(START.plusSeconds(DAY_S - 15));
        assertThat(day.shared()[1].sharedS()).isEqualTo(12 * 60);
        assertThat(records.get(1).shared()[0].sharedS()).isEqualTo(6 * 3600);
        assertThat(records.get(1).shared()[1].sharedS()).isEqualTo(3 * 60);
    }

    /** Kept by length alone, who comes on when the list is full would go with each of his stretches, however many there are. */
    @Test
    void aRelayThatComesOnLateInADayOfManySpotsIsToldFirst() {
        Subject relay = Subject.carrier("valley", 101_000_000, 0);
        for (int s = REPORT_S; s <= 20 * 3600; s += REPORT_S) {
            List<Repeat> over = new ArrayList<>();
            if (s <= 18 * 3600) {
                over.add(repeat(Subject.service("mux", s), Math.max(0, s - 40), s - 10, 3600));
            } else if (s % 60 == 0) {
                over.add(repeat(relay, s - 30, s - 10, 20));
            }
            report(s, new Repeat[0], over.toArray(Repeat[]::new), s == 20 * 3600);
        }

        assertThat(records.get(0).shared()[0].other()).isEqualTo(relay);
        assertThat(records.get(0).shared()[0].sharedS()).isEqualTo(120 * 20);
    }

    @Test
    void ofManyThatHadALittleBeforeThoseWithMostAreKept() {
        for (int s = REPORT_S; s <= 7200; s += REPORT_S) {
            Repeat[] some = {repeat(Subject.service("mux", s), 0, 20 + s % 7, 3600)};
            report(s, new Repeat[0], some, s == 7200);
        }

        assertThat(records.get(0).shared()).hasSize(200).allMatch(shared -> shared.sharedS() >= 26);
    }

    private void wake(Instant now) {
        keep(assessor.onDeadline(state, now));
    }

    private void keep(Step<RepetitionState, RepetitionRecord> step) {
        state = step.next();
        records.addAll(step.findings());
        wakeAt = step.wakeAt();
    }

    /** As the job does it: a deadline that is due comes first. */
    private void report(int s, Repeat[] open, Repeat[] over, boolean ended) {
        RepeatReport report = new RepeatReport(
                AIR,
                null,
                START.plusSeconds(s - REPORT_S),
                START.plusSeconds(s),
                REPORT_S * STEPS_A_SECOND,
                ended,
                open,
                over);
        while (wakeAt.isPresent() && !wakeAt.get().isAfter(report.time())) {
            wake(wakeAt.get());
        }
        keep(assessor.onObservation(state, report));
    }

    private static Repeat repeat(int fromS, int toS, int lagS) {
        return repeat(AIR, fromS, toS, lagS);
    }

    private static Repeat repeat(Subject other, int fromS, int toS, double lagS) {
        return new Repeat(
                other,
                FIRST + (long) fromS * STEPS_A_SECOND,
                FIRST + (long) toS * STEPS_A_SECOND,
                lagS * STEPS_A_SECOND,
                toS - fromS);
    }
}
