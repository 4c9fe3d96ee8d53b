package io.bandwatch.detectors.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RfObservation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleLearnerTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final int MONTHS = 100;
    private static final int MONTHS_BY_HAND = 20;
    /** What an inspector on his way can stand. */
    private static final long TOLERANCE_S = 300;
    /** A mechanical time switch is set and read to a couple of minutes. */
    private static final int JITTER_S = 120;

    private static final ScheduleLearner LEARNER = new ScheduleLearner(CHINA, ScheduleSettings.DEFAULT);

    @Test
    void describesTheNightsOfATimer() {
        List<RfObservation> looks = new SimulatedMonth(CHINA, 1)
                .timer(LocalTime.of(20, 31), LocalTime.of(7, 28), 0, 0)
                .looks();
        DailyWindow window = only(logOf(looks.subList(0, 7 * 24 * 60)));
        // looks a minute apart: the first to find it may come a minute late
        assertThat(window.on().toSecondOfDay()).isCloseTo(LocalTime.of(20, 31).toSecondOfDay(), within(60));
        assertThat(window.off().toSecondOfDay()).isCloseTo(LocalTime.of(7, 28).toSecondOfDay(), within(60));
        // the night before the first day and the one after the last are seen by less or more than half
        assertThat(window.daysOn()).isEqualTo(window.daysObserved()).isBetween(6, 7);
        assertThat(window.weekdays()).isEmpty();
    }

    @Test
    void timeThatNobodyLookedIsNoTimeOff() {
        Looks looks = Looks.from(at(CHINA, "2026-03-02T12:00"), 98.3e6).sweeps(60_000, 100e3);
        for (int day = 0; day < 7; day++) {
            // noon to 20:00 off, to 07:00 on; the third night nobody looked, the fifth the transmitter rested
            looks.off(8 * 3600);
            if (day == 2) {
                looks.blind(11 * 3600);
            } else if (day == 4) {
                looks.off(11 * 3600);
            } else {
                looks.on(11 * 3600, 20);
            }
            looks.off(5 * 3600);
        }
        DailyWindow window = only(logOf(looks.list()));
        assertThat(window.daysOn()).isEqualTo(5);
        assertThat(window.daysObserved()).isEqualTo(6);
        assertThat(window.on()).isEqualTo(LocalTime.of(20, 0));
        assertThat(window.off()).isEqualTo(LocalTime.of(7, 0));
    }

    @Test
    void forecastsTheNextWindowAfterThreeDaysInNearlyEveryMonth() {
        Tally tally = new Tally();
        for (int seed = 0; seed < MONTHS; seed++) {
            tally.add(new SimulatedMonth(CHINA, seed)
                    .randomTimer(1 + seed % 3, JITTER_S, 0.03)
                    .unobserved(0.25, Duration.ofMinutes(20), Duration.ofHours(6)));
        }
        assertThat(tally.monthsRight).as("months of %d", MONTHS).isGreaterThanOrEqualTo(95);
        assertThat(tally.right)
                .as("forecasts of %d", tally.forecasts)
                .isGreaterThanOrEqualTo(95 * tally.forecasts / 100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 4, 40})
    void tellsNoScheduleOfACarrierSwitchedByHand(double timesPerDay) {
        int days = 0;
        int told = 0;
        for (int seed = 0; seed < MONTHS_BY_HAND; seed++) {
            SimulatedMonth month = new SimulatedMonth(CHINA, 1000 + seed).byHand(timesPerDay);
            OnAirLog log = OnAirLog.EMPTY;
            Instant noon = month.start().plus(Duration.ofHours(60));
            for (RfObservation look : month.looks()) {
                log = log.with(look);
                if (!look.time().isBefore(noon)) {
                    noon = noon.plus(Duration.ofDays(1));
                    days++;
                    told += LEARNER.learn(log).isPresent() ? 1 : 0;
                }
            }
        }
        // what the two chances of ScheduleSettings promise, with a factor for the end of a programme following its
        // begin
        assertThat(told).as("of %d days", days).isLessThanOrEqualTo(days / 100);
    }

    @Test
    void theMedianBeginWouldForecastACarrierWithoutATimer() {
        SimulatedMonth month = new SimulatedMonth(CHINA, 7).byHand(1);
        OnAirLog log = logOf(month.looks());
        assertThat(log.allSpans()).hasSizeGreaterThan(10);
        int[] begins = log.allSpans().stream()
                .mapToInt(span -> span.from().atZone(CHINA).toLocalTime().toSecondOfDay())
                .sorted()
                .toArray();
        int medianS = begins[begins.length / 2];
        long near = log.allSpans().stream()
                .filter(span ->
                        Math.abs(span.from().atZone(CHINA).toLocalTime().toSecondOfDay() - medianS) <= TOLERANCE_S)
                .count();
        assertThat(near).isLessThan(log.allSpans().size() / 2);
        assertThat(LEARNER.learn(log)).isEmpty();
    }

    @Test
    void keepsLocalTimeWhenClocksArePutForward() {
        // in Germany on 29 March 2026 at 02:00
        ScheduleLearner learner = new ScheduleLearner(GERMANY, ScheduleSettings.DEFAULT);
        SimulatedMonth month = new SimulatedMonth(GERMANY, 3).timer(LocalTime.of(21, 0), LocalTime.of(5, 0), 0, 0);
        Instant saturday = at(GERMANY, "2026-03-28T12:00");
        OnAirLog log = OnAirLog.EMPTY;
        for (RfObservation look : month.looks()) {
            if (look.time().isBefore(saturday)) {
                log = log.with(look);
            }
        }
        ExpectedWindow next = learner.learn(log).orElseThrow().next(saturday).orElseThrow();
        assertThat(next.from()).isCloseTo(at(GERMANY, "2026-03-28T21:00"), within(Duration.ofMinutes(1)));
        assertThat(next.to()).isCloseTo(at(GERMANY, "2026-03-29T05:00"), within(Duration.ofMinutes(1)));
        assertThat(Duration.between(next.from(), next.to())).isCloseTo(Duration.ofHours(7), Duration.ofMinutes(2));
    }

    @Test
    void findsTheDaysOfTheWeek() {
        Looks looks = Looks.from(at(CHINA, "2026-03-02T00:00"), 98.3e6).sweeps(60_000, 100e3);
        for (int day = 0; day < 21; day++) {
            looks.off(19 * 3600);
            if (day % 7 < 5) {
                looks.on(3 * 3600, 20);
            } else {
                looks.off(3 * 3600);
            }
            looks.off(2 * 3600);
        }
        Schedule schedule = LEARNER.learn(logOf(looks.list())).orElseThrow();
        assertThat(schedule.windows()[0].weekdays())
                .containsExactly(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        // Friday evening, when the last window of the week has begun and when it is over
        Instant friday = at(CHINA, "2026-03-20T20:00");
        assertThat(schedule.next(friday))
                .hasValueSatisfying(next -> assertThat(next.from()).isEqualTo(at(CHINA, "2026-03-20T19:00")));
        assertThat(schedule.next(friday.plus(Duration.ofHours(3))))
                .hasValueSatisfying(next -> assertThat(next.from()).isEqualTo(at(CHINA, "2026-03-23T19:00")));
    }

    @Test
    void forecastsNoWindowThatWasGivenUp() {
        SimulatedMonth month = new SimulatedMonth(CHINA, 5).timer(LocalTime.of(1, 0), LocalTime.of(4, 0), 0, 0);
        List<RfObservation> looks = new ArrayList<>(month.looks());
        OnAirLog kept = logOf(looks);
        assertThat(LEARNER.learn(kept).orElseThrow().next(month.end())).isPresent();

        Looks silent = Looks.from(month.end(), 98.3e6).sweeps(60_000, 100e3).off(4 * 86_400);
        OnAirLog givenUp = kept;
        for (RfObservation look : silent.list()) {
            givenUp = givenUp.with(look);
        }
        Schedule schedule = LEARNER.learn(givenUp).orElseThrow();
        assertThat(schedule.windows()[0].missed()).isEqualTo(4);
        assertThat(schedule.next(month.end().plus(Duration.ofDays(4)))).isEmpty();
    }

    private static OnAirLog logOf(List<RfObservation> looks) {
        OnAirLog log = OnAirLog.EMPTY;
        for (RfObservation look : looks) {
            log = log.with(look);
        }
        return log;
    }

    private static DailyWindow only(OnAirLog log) {
        Optional<Schedule> schedule = LEARNER.learn(log);
        assertThat(schedule).isPresent();
        assertThat(schedule.orElseThrow().windows()).hasSize(1);
        return schedule.orElseThrow().windows()[0];
    }

    private static Instant at(ZoneId zone, String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), zone).toInstant();
    }

    /** Forecasts made each noon from the fourth day on, compared with what came. */
    private static final class Tally {
        private int monthsRight;
        private int forecasts;
        private int right;

        void add(SimulatedMonth month) {
            OnAirLog log = OnAirLog.EMPTY;
            Instant noon = month.start().plus(Duration.ofHours(84));
            boolean first = true;
            for (RfObservation look : month.looks()) {
                log = log.with(look);
                if (look.time().isBefore(noon)) {
                    continue;
                }
                boolean hit = isRight(LEARNER.learn(log).flatMap(schedule -> schedule.next(look.end())), month);
                monthsRight += first && hit ? 1 : 0;
                right += hit ? 1 : 0;
                forecasts++;
                first = false;
                noon = noon.plus(Duration.ofDays(1));
            }
        }

        private static boolean isRight(Optional<ExpectedWindow> forecast, SimulatedMonth month) {
            return forecast.isPresent()
                    && month.onAir().stream()
                            .anyMatch(span -> near(span.from(), forecast.get().from())
                                    && near(span.to(), forecast.get().to()));
        }

        private static boolean near(Instant one, Instant other) {
            return Math.abs(Duration.between(one, other).toSeconds()) <= TOLERANCE_S;
        }
    }
}
