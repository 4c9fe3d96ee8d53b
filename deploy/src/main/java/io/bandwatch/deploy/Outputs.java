package io.bandwatch.deploy;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a job go.
 *
 * @param result the result file
 * @param every length of the intervals that the result file tells one by one, or null for none
 * @param store time series, or null for none
 * @param places where feeds are received, as time series tell it
 * @param pushes tells people, or null where nobody is told; gets carriers every second and every change of an incident
 * @param pictures spectra and waterfalls, or null where nobody draws them
 */
public record Outputs(
        Sink<ResultRecord> result,
        @Nullable Duration every,
        @Nullable Sink<Point> store,
        Places places,
        @Nullable Sink<ResultRecord> pushes,
        @Nullable Sink<SpectrumSummary> pictures) {
    /** Without time series and pushes. */
    public Outputs(Sink<ResultRecord> result, @Nullable Duration every, @Nullable Sink<SpectrumSummary> pictures) {
        this(result, every, null, new Places(Map.of(), ZoneOffset.UTC), null, pictures);
    }
}
