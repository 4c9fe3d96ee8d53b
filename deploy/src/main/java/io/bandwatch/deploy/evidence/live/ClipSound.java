package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.StationListener;
import io.bandwatch.dsp.fm.ReceivedSound;
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
        StationListener listener = new StationListener(settings, frequencyHz);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        double[] rateHz = {0};
        frames.goThrough((from, to, re, im, lead, count) -> {
            ReceivedSound sound = listener.hear(re, im, lead, count);
            rateHz[0] = sound.rateHz();
            codes.writeBytes(codes(sound));
        });
        return codes.size() == 0
                ? Optional.empty()
                : Optional.of(WavFile.of(codes.toByteArray(), (int) Math.round(rateHz[0]), 2));
    }

    /** Samples as they stand in a WAV file, left and right by turns. */
    static byte[] codes(ReceivedSound sound) {
        byte[] codes = new byte[2 * Short.BYTES * sound.left().length];
        int at = 0;
        for (int i = 0; i < sound.left().length; i++) {
            at = put(codes, at, sound.left()[i]);
            at = put(codes, at, sound.right()[i]);
        }
        return codes;
    }

    private static int put(byte[] codes, int at, float level) {
        int code = (int) Math.rint(Short.MAX_VALUE * Math.max(-1f, Math.min(1f, level)));
        codes[at] = (byte) code;
        codes[at + 1] = (byte) (code >> Byte.SIZE);
        return at + Short.BYTES;
    }
}
