package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.StationListener;
import io.bandwatch.dsp.fm.ReceivedSound;
import io.bandwatch.ingest.live.preroll.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programme of one carrier of a clip, in stereo. */
final class ClipSound {
    private ClipSound() {}

    /**
     * The programme as a WAV file; empty where no frame of the clip was long enough.
     *
     * @param frequencyHz frequency of the carrier, Hz
     */
    static Optional<byte[]> wav(Path data, Clip clip, BandSettings settings, double frequencyHz) throws IOException {
        StationListener listener = new StationListener(settings, frequencyHz);
        List<ReceivedSound> heard = new ArrayList<>();
        new ClipFrames(data, clip, settings)
                .goThrough((part, re, im, lead, count) -> heard.add(listener.hear(re, im, lead, count)));
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        int samples = heard.stream().mapToInt(sound -> sound.left().length).sum();
        short[] interleaved = new short[2 * samples];
        int at = 0;
        for (ReceivedSound sound : heard) {
            for (int i = 0; i < sound.left().length; i++) {
                interleaved[at++] = code(sound.left()[i]);
                interleaved[at++] = code(sound.right()[i]);
            }
        }
        return Optional.of(WavFile.of(interleaved, (int) Math.round(heard.get(0).rateHz()), 2));
    }

    private static short code(float level) {
        return (short) Math.rint(Short.MAX_VALUE * Math.max(-1f, Math.min(1f, level)));
    }
}
