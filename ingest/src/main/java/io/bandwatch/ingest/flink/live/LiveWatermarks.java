package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.signal.av.AvFrame;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;

/**
 * Up to when a feed has told everything. Its looks come in order; those at pictures and sound of its services come later, by as much as
 * decoders hold, and time waits for them. A service of which nothing came for {@value #MOST_LATE_MS} ms is not waited for any more.
 */
final class LiveWatermarks implements WatermarkGenerator<FeedFrame> {
    /** A track that is missing is waited for 15 s before a look is told without it. */
    static final long MOST_LATE_MS = 25_000;

    private final Function<String, Map<Integer, Long>> servicesOf;
    private @Nullable Map<Integer, Long> services;
    private long reachedMs = Long.MIN_VALUE;

    /** @param servicesOf up to when each service of a feed was told before, ms, and where it is written */
    LiveWatermarks(Function<String, Map<Integer, Long>> servicesOf) {
        this.servicesOf = servicesOf;
    }

    @Override
    public void onEvent(FeedFrame look, long endMs, WatermarkOutput output) {
        if (services == null) {
            // one of these for each feed
            services = servicesOf.apply(look.feed());
        }
        AvFrame service = look.av();
        if (service == null) {
            reachedMs = Math.max(reachedMs, endMs);
        } else {
            services.put(service.serviceId(), endMs);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (services == null || reachedMs == Long.MIN_VALUE) {
            return;
        }
        services.values().removeIf(endMs -> endMs < reachedMs - MOST_LATE_MS);
        long wholeMs = services.values().stream().mapToLong(Long::longValue).reduce(reachedMs, Math::min);
        output.emitWatermark(new Watermark(wholeMs - 1));
    }
}
