package io.bandwatch.alerts.report;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;

/** Writers of results look at the record alone. */
public final class NoContext implements SinkWriter.Context {
    @Override
    public long currentWatermark() {
        return Long.MIN_VALUE;
    }

    @Override
    public @Nullable Long timestamp() {
        return null;
    }
}
