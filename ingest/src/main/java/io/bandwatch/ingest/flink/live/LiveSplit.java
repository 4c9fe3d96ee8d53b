package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.live.address.LiveFeedSpec;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A live feed. It has no position: after a restart it begins anew.
 *
 * @param spec name and address
 */
public record LiveSplit(LiveFeedSpec spec) implements SourceSplit {
    @Override
    public String splitId() {
        return spec.feed();
    }
}
