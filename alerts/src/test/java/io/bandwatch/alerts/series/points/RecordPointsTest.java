package io.bandwatch.alerts.series.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.rf.survey.BandRecord;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.ts.TsIndicator;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordPointsTest {
    private static final Places PLACES = new Places(
            Map.of("hill", new Place("North hill", "", "", "", 32.39, 119.41, ZoneOffset.UTC, null)), ZoneOffset.UTC);

    @Test
    void anIntervalIsASeriesAndARecordingIsNone() {
        Point second = CarrierPoints.of(Samples.carrier("hill", 98_100_000L, Verdict.LICENSED, 3))
                .get(0);
        assertThat(second.schema().name(Resolution.SECOND)).isEqualTo("carrier_1s");
        assertThat(second.tags()).containsExactly("hill", "098.1", "0");
        assertThat(text(second, "pi")).isEqualTo("C201");
        assertThat(number(second, "mpx_power_dbr")).isEqualTo(-1.23);
        Point whole = CarrierPoints.of(Samples.carrier("hill", 98_100_000L, Verdict.LICENSED))
                .get(0);
        assertThat(whole.schema().name(Resolution.SECOND)).isEqualTo("carrier_recording");
        assertThat(number(whole, "duration_s")).isEqualTo(4);
    }

    @Test
    void aCarrierThatSharesItsChannelWithTooManyHasNoSeries() {
        CarrierRecord first = Samples.carrier("hill", 98_100_000L, Verdict.LICENSED, 3);
        CarrierRecord ninth = new CarrierRecord(
                first.feed(),
                first.interval(),
                first.time(),
                first.durationNs(),
                first.channelHz(),
                8,
                first.frequencyHz(),
                first.levelDbfs(),
                first.snrDb(),
                first.occupiedBandwidthHz(),
                first.presence(),
                first.verdict(),
                first.confidence(),
                first.reasons(),
                first.station(),
                first.timeKnown(),
                first.modulation(),
                first.kinds(),
                first.onAir());
        assertThat(CarrierPoints.of(ninth)).isEmpty();
    }

    @Test
    void channelsThatWereNotObservedHaveNoPoints() {
        int count = ChannelRaster.FM.count();
        double[] unknown = new double[count];
        Arrays.fill(unknown, Double.NaN);
        double[] occupancy = unknown.clone();
        occupancy[111] = 0.25;
        List<Point> points = new BandPoints(PLACES, Map.of(111, "City News"))
                .of(new BandRecord("hill", Samples.START, 1_000_000_000, 200_000_000, 0, unknown, unknown, occupancy));
        assertThat(points).hasSize(2);
        assertThat(number(points.get(0), "heard_s")).isEqualTo(0.8);
        assertThat(number(points.get(0), "latitude")).isEqualTo(32.39);
        assertThat(text(points.get(0), "site")).isEqualTo("North hill");
        assertThat(points.get(1).tags()).containsExactly("hill", "098.1");
        assertThat(text(points.get(1), "stations")).isEqualTo("City News");
    }

    @Test
    void anIncidentIsOnePointFromItsOpeningToItsEnd() {
        IncidentPoints points = new IncidentPoints(PLACES);
        Point open = points.of(Samples.incident("hill", 98_100_000L, IncidentPhase.ACTIVE))
                .get(0);
        Point closed = points.of(Samples.incident("hill", 98_100_000L, IncidentPhase.CLOSED))
                .get(0);
        assertThat(open.time()).isEqualTo(closed.time());
        assertThat(open.tags()).isEqualTo(closed.tags());
        assertThat(number(open, "closed_ms")).isNaN();
        assertThat(number(closed, "closed_ms")).isGreaterThan(number(closed, "raised_ms"));
        assertThat(number(closed, "longitude")).isEqualTo(119.41);
    }

    @Test
    void openIncidentsAreCountedAndNeverTwice() {
        OpenIncidents counting = new OpenIncidents();
        Incident open = Samples.incident("hill", 98_100_000L, IncidentPhase.ACTIVE);
        Step<OpenIncidentsState, Point> step = counting.onObservation(counting.initial(), open);
        assertThat(number(step.findings().get(0), "open")).isEqualTo(1);
        step = counting.onObservation(step.next(), open);
        assertThat(step.findings()).as("told again after a restart").isEmpty();
        step = counting.onObservation(step.next(), Samples.incident("hill", 98_100_000L, IncidentPhase.CLOSED));
        assertThat(number(step.findings().get(0), "open")).isZero();
        assertThat(step.next().open()).isEmpty();
    }

    @Test
    void indicatorsComeInTheOrderOfTheStandard() {
        assertThat(StreamPoints.name(TsIndicator.CONTINUITY_COUNT_ERROR)).isEqualTo("1.4 continuity_count_error");
        assertThat(StreamPoints.name(TsIndicator.PCR_ACCURACY_ERROR)).isEqualTo("2.4 pcr_accuracy_error");
    }

    @Test
    void channelsSortAsTheirFrequenciesDo() {
        assertThat(CarrierPoints.mhz(98_000_000L)).isEqualTo("098.0");
        assertThat(CarrierPoints.mhz(98_100_000L)).isEqualTo("098.1");
        assertThat(CarrierPoints.mhz(98_050_000L)).isEqualTo("098.05");
        assertThat(CarrierPoints.mhz(100_000_000L)).isEqualTo("100.0");
        assertThat(CarrierPoints.mhz(0)).as("no channel").isEqualTo("000.0");
    }

    private static double number(Point point, String column) {
        return point.numbers()[point.schema().columns(point.resolution()).indexOf(column)];
    }

    private static @org.jspecify.annotations.Nullable String text(Point point, String column) {
        return point.texts()[point.schema().columns(point.resolution()).indexOf(column)];
    }
}
