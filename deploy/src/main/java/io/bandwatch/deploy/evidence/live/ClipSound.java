package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.band.BandSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The programme of one carrier of a clip, in stereo. */
final class ClipSound {
    private ClipSound() {}

    /**
     * The programme as a WAV file; empty where no frame was long enough.
     *
     * @param frequencyHz frequency of the carrier, Hz
     */
    static Optional<byte[]> wav(Frames frames, BandSettings settings, double frequencyHz) throws IOException {
        SoundInTime sound = new SoundInTime(settings, frequencyHz);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        frames.goThrough((from, to, re, im, lead, count) -> codes.writeBytes(sound.hear(to, re, im, lead, count)));
        return codes.size() == 0
                ? Optional.empty()
                : Optional.of(WavFile.of(codes.toByteArray(), sound.rateHz(), SoundInTime.CHANNELS));
    }
}
