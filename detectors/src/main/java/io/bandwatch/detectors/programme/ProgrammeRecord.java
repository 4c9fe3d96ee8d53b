package io.bandwatch.detectors.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one recording, or an interval of it, says of the pictures and the sound of one service.
 *
 * @param feed id of the feed
 * @param serviceId service of the feed's transport stream, program_number; 1 for a file that is none
 * @param time start of the first look
 * @param durationNs how long it was looked at, ns
 * @param timeKnown whether {@code time} is the real time of the recording
 * @param interval whether this is one of several intervals
 * @param picture its pictures; null where there were none
 * @param tracks its sound tracks
 * @param decoderRestarts how often its decoder was started anew
 */
public record ProgrammeRecord(
        String feed,
        int serviceId,
        Instant time,
        long durationNs,
        boolean timeKnown,
        boolean interval,
        @Nullable PictureTotals picture,
        TrackTotals[] tracks,
        long decoderRestarts) {}
