package io.bandwatch.detectors.programme;

import io.bandwatch.detectors.sound.SoundTotals;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import java.time.Duration;
import java.time.Instant;

/**
 * Sums over one sound track of a service.
 *
 * @param pid of the track; 0 outside a transport stream
 * @param language ISO 639-2 code, empty where it was not told
 * @param rateHz rate of the sound last decoded, Hz; 0 before the first
 * @param channels channels of it
 * @param expected samples that the time stamps left room for
 * @param decoded those that came
 * @param errors errors that the decoder reported
 * @param sound what was measured
 */
public record TrackTotals(
        int pid,
        String language,
        int rateHz,
        int channels,
        long expected,
        long decoded,
        long errors,
        SoundTotals sound) {
    static TrackTotals begun(AudioObservation audio) {
        return new TrackTotals(audio.pid(), audio.language(), 0, 0, 0, 0, 0, SoundTotals.NOTHING);
    }

    TrackTotals with(AudioObservation audio, Instant look, Duration length) {
        AudioMeasurement measured = audio.sound();
        double seconds = length.toNanos() / 1e9;
        boolean known = audio.rateHz() > 0;
        return new TrackTotals(
                pid,
                audio.language(),
                known ? audio.rateHz() : rateHz,
                known ? audio.channels() : channels,
                expected + audio.account().expected(),
                decoded + audio.account().decoded(),
                errors + audio.account().errors(),
                measured == null ? sound : sound.with(measured, audio.channels() > 1, seconds, look));
    }

    /** Samples that did not come. */
    public long missing() {
        return Math.max(0, expected - decoded);
    }
}
