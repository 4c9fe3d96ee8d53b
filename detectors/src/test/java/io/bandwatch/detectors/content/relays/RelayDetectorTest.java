package io.bandwatch.detectors.content.relays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.evidence.Relayed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayDetectorTest {
    private static final Instant START = Instant.parse("2026-05-01T22:00:00Z");
    private static final int REPORT_S = 5;
    private static final double LEAST_S = 15;
    private static final Subject STATION = Subject.carrier("hill", 97_800_000, 0);
    private static final Subject SISTER = Subject.carrier("hill", 101_200_000, 0);
    private static final Subject PIRATE = Subject.carrier("port", 98_400_000, 0);

    private final RelayDetector detector = new RelayDetector();
    private final List<RelayNews> news = new ArrayList<>();
    private RelayState state = detector.initial();
    private long mostSteps;

    @Test
    void aCarrierThatIsNothingButAStationFortySecondsAgoIsItsRelayAfterTwoMinutes() {
        play(0, 165, STATION, "A", PIRATE, 40, 40, 165);
        assertThat(relays()).containsExactly(Duration.ofSeconds(160), Duration.ofSeconds(165));

        Relayed relayed = Objects.requireNonNull(news.get(0).relayed());
        assertThat(news.get(0).subject()).isEqualTo(PIRATE);
        assertThat(relayed.station()).isEqualTo("A");
        assertThat(relayed.delayS()).isCloseTo(40, within(0.02));
        assertThat(relayed.agreedS()).isCloseTo(120, within(0.1));
        assertThat(relayed.share()).isCloseTo(1, within(0.01));
        assertThat(news.get(0).until()).isEqualTo(START.plusSeconds(160));
    }

    /** The obvious rule, two minutes of the same at one delay, would make a relay of it. */
    @Test
    void aCarrierThatPlaysOneSongAfterAStationIsNotItsRelay() {
        play(0, 900, STATION, "A", PIRATE, 40, 200, 440);

        assertThat(longestS()).isGreaterThan(120);
        assertThat(news).isEmpty();
    }

    @Test
    void aSongWithWhichAYoungCarrierBeginsMakesItARelayForNoLongerThanItLasts() {
        play(0, 600, STATION, "A", PIRATE, 20, 20, 230);

        assertThat(relays()).isNotEmpty().allMatch(at -> at.compareTo(Duration.ofSeconds(230 + 35)) <= 0);
        assertThat(news.get(news.size() - 1).relayed()).isNull();
    }

    @Test
    void aTapeOfWhatAStationBroadcastHoursAgoIsNotARelay() {
        play(0, 3600, STATION, "A", PIRATE, 5 * 3600, 0, 1800);

        assertThat(longestS()).isGreaterThan(1700);
        assertThat(news).isEmpty();
    }

    @Test
    void licensedCarriersAreANetworkAndUnlicensedOnesAGroup() {
        play(0, 600, STATION, "A", SISTER, "B", 40, 40, 600);
        play(600, 1200, Subject.carrier("hill", 99_000_000, 0), null, PIRATE, 40, 640, 1200);

        assertThat(news).isEmpty();
    }

    @Test
    void whoTurnsToSomethingElseIsNoRelayAfterAMinute() {
        play(0, 900, STATION, "A", PIRATE, 40, 40, 600);

        RelayNews last = news.get(news.size() - 1);
        assertThat(last.relayed()).isNull();
        assertThat(Duration.between(START, last.time()).toSeconds()).isBetween(660L, 670L);
        assertThat(relays()).contains(Duration.ofMinutes(10));
    }

    @Test
    void whoTurnsToAStationAfterAnHourOfItsOwnIsKnownWhenItHasBeenMostOfWhatIsHeard() {
        play(0, 5400, STATION, "A", PIRATE, 40, 3600, 5400);

        // one less e to the power of -t / 300 s is 0.8 after 483 s; the first 15 s count at once, and not before
        assertThat(relays().get(0).toSeconds()).isBetween(3600L + 460, 3600L + 490);
        assertThat(news.get(news.size() - 1).relayed()).isNotNull();
    }

    @Test
    void aRelayThatCutsInSpotsOfItsOwnRemainsOne() {
        play(0, 420, STATION, "A", PIRATE, 40, 40, 420);
        play(420, 470, STATION, "A", PIRATE, 40, 1e9, 1e9);
        play(470, 700, STATION, "A", PIRATE, 40, 470, 700);

        assertThat(news).allMatch(one -> one.relayed() != null);
    }

    @Test
    void itMakesNoDifferenceThatTheStationIsTheLaterOne() {
        for (int at = REPORT_S; at <= 300; at += REPORT_S) {
            report(PIRATE, null, at);
            report(STATION, "A", at, repeat(PIRATE, 20, at, 20, at));
        }

        assertThat(relays()).isNotEmpty();
        assertThat(Objects.requireNonNull(news.get(0).relayed()).delayS()).isCloseTo(-20, within(0.02));
    }

    /** The one follows its station for most of a time, the other for a part: reports each 5 s, the station's first. */
    private void play(
            double fromS,
            double untilS,
            Subject station,
            @Nullable String id,
            Subject other,
            double lagS,
            double sameFromS,
            double sameUntilS) {
        play(fromS, untilS, station, id, other, null, lagS, sameFromS, sameUntilS);
    }

    private void play(
            double fromS,
            double untilS,
            Subject station,
            @Nullable String id,
            Subject other,
            @Nullable String otherId,
            double lagS,
            double sameFromS,
            double sameUntilS) {
        for (double at = fromS + REPORT_S; at <= untilS; at += REPORT_S) {
            report(station, id, at);
            double same = Math.min(at, sameUntilS) - sameFromS;
            boolean found = same >= LEAST_S && at - sameUntilS <= 10;
            report(other, otherId, at, found ? repeat(station, sameFromS, at, lagS, sameUntilS) : null);
        }
    }

    private static Repeat repeat(Subject other, double fromS, double atS, double lagS, double untilS) {
        return new Repeat(other, step(fromS), step(Math.min(atS, untilS)), lagS * 50, 100);
    }

    private void report(Subject subject, @Nullable String station, double atS, @Nullable Repeat... repeats) {
        Repeat[] open = repeats.length == 0 || repeats[0] == null ? new Repeat[0] : new Repeat[] {repeats[0]};
        Step<RelayState, RelayNews> step = detector.onObservation(
                state,
                new RepeatReport(
                        subject, station, time(atS - REPORT_S), time(atS), REPORT_S * 50, false, open, new Repeat[0]));
        state = step.next();
        news.addAll(step.findings());
        state.carriers().values().stream()
                .flatMap(carrier -> carrier.agreements().stream())
                .forEach(agreement -> mostSteps = Math.max(mostSteps, agreement.steps()));
    }

    /** When a relay was told, since the start. */
    private List<Duration> relays() {
        return news.stream()
                .filter(one -> one.relayed() != null)
                .map(one -> Duration.between(START, one.time()))
                .toList();
    }

    /** The most that was known to be the same at one delay, s. */
    private double longestS() {
        return PrintLine.seconds((double) mostSteps);
    }

    private static long step(double second) {
        return PrintLine.step(time(second));
    }

    private static Instant time(double second) {
        return START.plusNanos(Math.round(second * 1e9));
    }
}
