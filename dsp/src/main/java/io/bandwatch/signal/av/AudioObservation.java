package io.bandwatch.signal.av;

import io.bandwatch.signal.AudioMeasurement;
import org.jspecify.annotations.Nullable;

/**
 * One sound track of one look.
 *
 * @param pid PID of the track; 0 outside a transport stream
 * @param language ISO 639-2 code, empty where it is not told
 * @param account what the decoder said; counts samples
 * @param rateHz rate of the sound, Hz; 0 before the first
 * @param channels channels of the track
 * @param sound what was measured, full scale 1.0 being that of the codes; absent where nothing was decoded
 * @param blockPeak largest magnitude of any channel in blocks of {@link #PEAK_BLOCK_S} from the start of the look
 * @param lineUpToneShare share of the power that a tone of 1 kHz has, 0 to 1; NaN of nothing
 */
public record AudioObservation(
        int pid,
        String language,
        TrackAccount account,
        int rateHz,
        int channels,
        @Nullable AudioMeasurement sound,
        double[] blockPeak,
        double lineUpToneShare) {
    /** Length of a block of peaks, s. */
    public static final double PEAK_BLOCK_S = 0.01;
}
