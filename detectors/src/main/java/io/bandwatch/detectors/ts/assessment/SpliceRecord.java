package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One splice command of one feed: a programme may be left for another from here on, and that was announced.
 *
 * @param feed id of the feed
 * @param time when it came
 * @param serviceId service whose PMT names its PID, the first in the PAT of several, or {@link TsService#UNKNOWN}
 * @param splice what it says
 */
public record SpliceRecord(String feed, Instant time, int serviceId, TsSplice splice) {
    /** The commands that came within a look, in order. */
    public static List<SpliceRecord> of(TsFrame frame) {
        TsObservation stream = frame.stream();
        if (stream == null) {
            return List.of();
        }
        return Arrays.stream(stream.splices())
                .map(splice -> new SpliceRecord(
                        frame.feed(),
                        frame.end().minusNanos(stream.timeNs() - splice.timeNs()),
                        serviceOf(stream, splice.pid()),
                        splice))
                .toList();
    }

    private static int serviceOf(TsObservation stream, int pid) {
        return Arrays.stream(stream.services())
                .filter(service -> Arrays.stream(service.components()).anyMatch(component -> component.pid() == pid))
                .mapToInt(TsService::serviceId)
                .findFirst()
                .orElse(TsService.UNKNOWN);
    }
}
