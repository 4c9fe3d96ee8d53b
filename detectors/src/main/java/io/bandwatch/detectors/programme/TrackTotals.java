package io.bandwatch.detectors.programme;

import io.bandwatch.detectors.sound.SoundTotals;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackState;
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
 * @param watchedNs ns of looks at it
 * @param sampledNs of them in looks of which some sound was left out on purpose
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
        long watchedNs,
        long sampledNs,
        SoundTotals sound) {
    static TrackTotals begun(AudioObservation audio) {
        return new TrackTotals(audio.pid(), audio.language(), 0, 0, 0, 0, 0, 0, 0, SoundTotals.NOTHING);
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
                watchedNs + length.toNanos(),
                sampledNs + (audio.account().state() == TrackState.SAMPLED ? length.toNanos() : 0),
                measured == null ? sound : sound.with(measured, audio.channels() > 1, seconds, look));
    }

    /** Share of the time that is not known because sound was left out. */
    public double sampledShare() {
        return watchedNs == 0 ? 0 : (double) sampledNs / watchedNs;
    }

    /** Samples that did not come. */
    public long missing() {
        return Math.max(0, expected - decoded);
    }
}
