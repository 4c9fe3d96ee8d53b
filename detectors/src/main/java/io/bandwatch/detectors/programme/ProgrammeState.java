package io.bandwatch.detectors.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ProgrammeAssessor} remembers of one service.
 *
 * @param start begin of the first look, null before it
 * @param picture its pictures; null where there were none
 * @param tracks its sound tracks in the order in which they were seen first
 * @param decoderRestarts how often its decoder was started anew
 */
public record ProgrammeState(
        @Nullable Instant start, @Nullable PictureTotals picture, TrackTotals[] tracks, long decoderRestarts) {}
