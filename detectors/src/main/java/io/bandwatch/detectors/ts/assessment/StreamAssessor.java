package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums up what a recording says of its transport stream. The counts of a look are since the start of the stream, so the
 * last look says most of it; a service that went before the end is told as it was last.
 */
public final class StreamAssessor implements Detector<TsFrame, StreamState, StreamRecord> {
    private static final long serialVersionUID = 1L;

    private final ServiceJudge judge;

    public StreamAssessor(ServiceJudge judge) {
        this.judge = judge;
    }

    @Override
    public StreamState initial() {
        return new StreamState(null, null, new TsService[0]);
    }

    @Override
    public Step<StreamState, StreamRecord> onObservation(StreamState state, TsFrame frame) {
        Instant start = state.start() == null ? frame.time() : state.start();
        TsObservation stream = frame.stream();
        if (stream != null) {
            return Step.quiet(new StreamState(start, stream, seen(state.services(), stream.services())));
        }
        return new Step<>(initial(), List.of(record(state, start, frame)), Optional.empty());
    }

    @Override
    public Step<StreamState, StreamRecord> onDeadline(StreamState state, Instant now) {
        return Step.quiet(state);
    }

    /** A service is known by its number and the stream that its PAT names. */
    private static TsService[] seen(TsService[] before, TsService[] now) {
        Map<List<Integer>, TsService> services = new LinkedHashMap<>();
        for (TsService service : before) {
            services.put(List.of(service.transportStreamId(), service.serviceId()), service);
        }
        for (TsService service : now) {
            services.put(List.of(service.transportStreamId(), service.serviceId()), service);
        }
        return services.values().toArray(TsService[]::new);
    }

    private StreamRecord record(StreamState state, Instant start, TsFrame ended) {
        return new StreamRecord(
                ended.feed(),
                start,
                Duration.between(start, ended.time()).toNanos(),
                ended.timeKnown(),
                ended.input(),
                state.last(),
                Arrays.stream(state.services())
                        .map(service -> ServiceRecord.of(service, judge))
                        .toArray(ServiceRecord[]::new),
                ended.transport());
    }
}
