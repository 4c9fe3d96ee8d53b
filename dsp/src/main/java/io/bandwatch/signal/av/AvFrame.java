package io.bandwatch.signal.av;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed at the pictures and the sound of one service; the first record of them to cross an edge of the job.
 *
 * @param feed id of the feed
 * @param serviceId service of the feed's transport stream, program_number; 1 for a file that is none
 * @param kind measured, or the end of the recording
 * @param time start of the look; for the end of a recording, the time after its last look
 * @param durationNs length of the look, ns; 0 at the end
 * @param timeKnown whether {@code time} is the real time of the recording, or counted from 1970 for want of a better
 * @param video its pictures; absent where it has no picture track, and at the end
 * @param audio its sound tracks in the order of the PMT
 * @param decoderRestarts how often its decoder was started anew so far
 */
public record AvFrame(
        String feed,
        int serviceId,
        FrameKind kind,
        Instant time,
        long durationNs,
        boolean timeKnown,
        @Nullable VideoObservation video,
        AudioObservation[] audio,
        long decoderRestarts) {
    /** The instant after this look. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }

    /** Sound of the first track, which is what most listeners hear; null where nothing was measured. */
    public @Nullable AudioMeasurement mainSound() {
        return audio.length == 0 ? null : audio[0].sound();
    }

    /** Key of what was looked at. */
    public String place() {
        return feed + "|service|" + serviceId;
    }
}
