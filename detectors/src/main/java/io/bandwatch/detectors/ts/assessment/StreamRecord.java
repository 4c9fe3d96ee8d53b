package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one recording says of its transport stream.
 *
 * @param feed id of the feed
 * @param time begin of the recording
 * @param durationNs length of it by the clock of the stream, ns; 0 without a clock
 * @param timeKnown whether {@code time} is real
 * @param input what was read and what was wrong with it
 * @param stream everything counted by its end; null where nothing could be read
 * @param services those that the stream had at any time, each as it was last
 * @param transport what the transport did to a live stream; null for a recording
 */
public record StreamRecord(
        String feed,
        Instant time,
        long durationNs,
        boolean timeKnown,
        InputAccount input,
        @Nullable TsObservation stream,
        ServiceRecord[] services,
        @Nullable TsTransport transport) {}
