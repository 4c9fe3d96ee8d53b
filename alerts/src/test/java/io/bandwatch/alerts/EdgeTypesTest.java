package io.bandwatch.alerts;

import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.points.OpenIncidentsState;
import io.bandwatch.alerts.series.rollup.Bucket;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Incident.class,
                Presence.class,
                IncidentBookState.class,
                ResultRecord.class,
                Point.class,
                Bucket.class,
                OpenIncidentsState.class
            })
    void crossesEdgesWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
