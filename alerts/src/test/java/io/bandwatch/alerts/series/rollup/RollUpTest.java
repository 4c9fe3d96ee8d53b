package io.bandwatch.alerts.series.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.detectors.Detector.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollUpTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECOND_NS = 1_000_000_000;

    private final RollUp minutes = new RollUp(Resolution.MINUTE);
    private final List<Point> told = new ArrayList<>();
    private Bucket state = minutes.initial();

    @Test
    void levelsAreAveragedAsPowersAndNotAsDecibels() {
        take(carrier(0, -10), carrier(1, -30));
        // (0.1 + 0.001) / 2; the mean of the figures would be -20
        assertThat(value(closed(), "level_dbfs")).isCloseTo(-12.967, within(0.001));
        assertThat(value(closed(), "level_dbfs_min")).isEqualTo(-30);
        assertThat(value(closed(), "level_dbfs_max")).isEqualTo(-10);
    }

    @Test
    void meansWeighByTimeSumsAddAndCountersStandAsTheyWereLast() {
        take(
                carrier(0).number("frequency_hz", 98e6).number("on_air_s", 1).build(),
                new PointBuilder(MetricSchema.CARRIERS, NOON.plusSeconds(1), SECOND_NS / 4)
                        .tag("feed", "hill")
                        .tag("channel_mhz", "98.1")
                        .tag("slot", "0")
                        .number("frequency_hz", 98e6 + 1000)
                        .number("on_air_s", 0.25)
                        .number("rms_deviation_hz", 7)
                        .number("rds_block_error_rate", 0.02)
                        .text("verdict", "unlicensed")
                        .build());
        Point minute = closed();
        assertThat(value(minute, "frequency_hz")).isEqualTo(98e6 + 200);
        assertThat(value(minute, "on_air_s")).isEqualTo(1.25);
        assertThat(value(minute, "covered_s")).isEqualTo(1.25);
        assertThat(value(minute, "rms_deviation_hz")).isEqualTo(7);
        assertThat(value(minute, "rds_block_error_rate")).isEqualTo(0.02);
        assertThat(value(minute, "loudness_lufs")).as("unknown stays unknown").isNaN();
        assertThat(value(minute, "late_points")).isNaN();
        assertThat(minute.texts()[minute.schema().columns(Resolution.MINUTE).indexOf("verdict")])
                .isEqualTo("unlicensed");
        assertThat(minute.time()).isEqualTo(NOON);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Resolution.class,
            names = {"MINUTE", "HOUR"})
    void hoursAreMadeOfSecondsAndNotOfMinutes(Resolution resolution) {
        RollUp rolling = new RollUp(resolution);
        Random random = new Random(7);
        double[] levels = IntStream.range(0, 3600)
                .mapToDouble(i -> -90 + 80 * random.nextDouble())
                .toArray();
        int length = (int) resolution.length().toSeconds();
        List<Point> rolled = run(rolling, 0, levels.length, levels);
        assertThat(rolled).hasSize(3600 / length);
        for (int i = 0; i < rolled.size(); i++) {
            double power = 0;
            for (int s = i * length; s < (i + 1) * length; s++) {
                power += Math.pow(10, levels[s] / 10);
            }
            // rounding of 3600 additions, dB
            assertThat(value(rolled.get(i), "level_dbfs")).isCloseTo(10 * Math.log10(power / length), within(1e-9));
            assertThat(value(rolled.get(i), "on_air_s")).isEqualTo(length);
        }
    }

    @Test
    void theMeanOfMinutesIsNotTheMeanOfTheHour() {
        // one minute with a second on air, another all the time
        List<Point> seconds = new ArrayList<>(List.of(carrier(0, -10)));
        IntStream.range(60, 120).forEach(s -> seconds.add(carrier(s, -40)));
        RollUp hours = new RollUp(Resolution.HOUR);
        Bucket hour = hours.initial();
        for (Point second : seconds) {
            hour = hours.onObservation(hour, second).next();
            take(second);
        }
        closed();
        double naive = 10
                * Math.log10(told.stream()
                        .mapToDouble(minute -> Math.pow(10, value(minute, "level_dbfs") / 10))
                        .average()
                        .orElseThrow());
        double exact = value(hour.point(Resolution.HOUR, NOON), "level_dbfs");
        assertThat(exact).isCloseTo(10 * Math.log10((0.1 + 60 * 1e-4) / 61), within(1e-9));
        assertThat(naive - exact).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRestartAnywhereTellsTheSame(long seed) {
        Random random = new Random(seed);
        double[] levels = random.doubles(400, -90, -10).toArray();
        int cut = 1 + random.nextInt(398);
        List<Point> whole = run(minutes, 0, levels.length, levels);
        // what came after the last checkpoint comes again, with the state of then
        Bucket restored = minutes.initial();
        List<Point> parts = new ArrayList<>();
        for (int s = 0; s < levels.length; s++) {
            if (s == cut) {
                restored = copy(restored);
            }
            Step<Bucket, Point> step = minutes.onObservation(restored, carrier(s, levels[s]));
            parts.addAll(step.findings());
            restored = step.next();
        }
        assertThat(parts).hasSize(whole.size() - 1);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).numbers()).isEqualTo(whole.get(i).numbers());
        }
    }

    @Test
    void aPointWhoseSpanHasBeenToldIsLeftOutAndCounted() {
        take(carrier(30, -20), carrier(70, -20));
        assertThat(told).hasSize(1);
        take(carrier(59, -5));
        Point second = closed();
        assertThat(value(told.get(0), "level_dbfs_max")).as("as it was told").isEqualTo(-20);
        assertThat(value(second, "level_dbfs_max")).isEqualTo(-20);
        assertThat(value(second, "late_points")).isEqualTo(1);
    }

    @Test
    void aSeriesThatStopsIsToldWhenNothingMoreCanCome() {
        Step<Bucket, Point> step = minutes.onObservation(state, carrier(30, -20));
        Instant deadline = NOON.plus(Duration.ofMinutes(1)).plus(RollUp.PATIENCE);
        assertThat(step.wakeAt()).contains(deadline);
        Step<Bucket, Point> woken = minutes.onDeadline(step.next(), deadline);
        assertThat(woken.findings()).hasSize(1);
        assertThat(woken.wakeAt()).isEmpty();
        assertThat(woken.next().from()).isNull();
        // a deadline that is no longer meant
        assertThat(minutes.onDeadline(woken.next(), deadline.plusSeconds(1)).findings())
                .isEmpty();
        // and one that comes for the minute after it all the same
        Bucket late = minutes.onObservation(woken.next(), carrier(31, -20)).next();
        assertThat(late.latePoints()).isEqualTo(1);
        assertThat(late.from()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.5Z", "1970-01-01T00:00:00Z", "2026-03-01T12:59:59.999Z"})
    void spansBeginAtWholeMinutesAndHours(String time) {
        Instant at = Instant.parse(time);
        for (Resolution resolution : Resolution.values()) {
            Instant begin = resolution.begin(at);
            assertThat(begin.getEpochSecond() % resolution.length().toSeconds()).isZero();
            assertThat(begin).isBeforeOrEqualTo(at);
            assertThat(begin.plus(resolution.length())).isAfter(at);
        }
    }

    private void take(Point... points) {
        for (Point point : points) {
            Step<Bucket, Point> step = minutes.onObservation(state, point);
            told.addAll(step.findings());
            state = step.next();
        }
    }

    /** The last span, when it is over. */
    private Point closed() {
        if (state.from() != null) {
            Step<Bucket, Point> step = minutes.onDeadline(state, Instant.MAX);
            told.addAll(step.findings());
            state = step.next();
        }
        return told.get(told.size() - 1);
    }

    private static List<Point> run(RollUp rolling, int from, int to, double[] levels) {
        List<Point> rolled = new ArrayList<>();
        Bucket bucket = rolling.initial();
        for (int s = from; s < to; s++) {
            Step<Bucket, Point> step = rolling.onObservation(bucket, carrier(s, levels[s]));
            rolled.addAll(step.findings());
            bucket = step.next();
        }
        rolled.addAll(rolling.onDeadline(bucket, Instant.MAX).findings());
        return rolled;
    }

    private static Bucket copy(Bucket bucket) {
        return new Bucket(
                bucket.from(),
                bucket.toldUntil(),
                bucket.measurement(),
                bucket.tags().clone(),
                bucket.coveredNs(),
                bucket.latePoints(),
                bucket.sums().clone(),
                bucket.weights().clone(),
                bucket.least().clone(),
                bucket.greatest().clone(),
                bucket.last().clone(),
                bucket.texts().clone());
    }

    private static double value(Point point, String column) {
        Measurement schema = point.schema();
        return point.numbers()[schema.columns(point.resolution()).indexOf(column)];
    }

    private static Point carrier(int second, double levelDbfs) {
        return carrier(second)
                .number("level_dbfs", levelDbfs)
                .number("on_air_s", 1)
                .build();
    }

    private static PointBuilder carrier(int second) {
        return new PointBuilder(MetricSchema.CARRIERS, NOON.plusSeconds(second), SECOND_NS)
                .tag("feed", "hill")
                .tag("channel_mhz", "98.1")
                .tag("slot", "0");
    }
}
