package io.bandwatch.alerts;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTypesTest {
    @ParameterizedTest
    @ValueSource(classes = {Incident.class, Presence.class, IncidentBookState.class, ResultRecord.class})
    void crossesEdgesWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
