package io.bandwatch.deploy.evidence.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.StationListener;
import io.bandwatch.dsp.fm.ReceivedSound;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The programme of one carrier, each frame in its place in time: where nothing was received there is silence, as between the visits of a
 * receiver that goes from place to place. Not thread-safe.
 */
final class SoundInTime {
    static final int CHANNELS = 2;

    /** Less lies between frames that follow each other while the clock of the day is brought to the right time. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    /** More is no pause of a receiver, but of whoever keeps what it hears. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int FRAME_BYTES = CHANNELS * Short.BYTES;

    private final StationListener listener;
    private final double rateHz;
    private @Nullable Instant reached;

    /** @param frequencyHz frequency of the carrier, Hz */
    SoundInTime(BandSettings settings, double frequencyHz) {
        this.listener = new StationListener(settings, frequencyHz);
        // of nothing it makes as many samples as of anything
        int samples = settings.leadSamples() + settings.frameSamples();
        this.rateHz = listener.hear(
                        new float[samples], new float[samples], settings.leadSamples(), settings.frameSamples())
                .rateHz();
    }

    /** Samples a second. */
    int rateHz() {
        return (int) Math.round(rateHz);
    }

    /**
     * Hears a frame. What its first samples carry is not heard where filters begin with them.
     *
     * @param to time behind its last sample
     * @return what was silent before it, and its sound, as they stand in a WAV file: left and right by turns
     */
    byte[] hear(Instant to, float[] re, float[] im, int lead, int count) {
        ReceivedSound sound = listener.hear(re, im, lead, count);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        codes.writeBytes(silenceUntil(to.minusNanos(Math.round(sound.left().length / rateHz * 1e9))));
        codes.writeBytes(codes(sound));
        reached = to;
        return codes.toByteArray();
    }

    /** What comes first comes behind this, unless something was there already. */
    void beginAt(Instant begin) {
        reached = reached == null ? begin : reached;
    }

    /** Nothing was received until then. Empty where nothing has begun. */
    byte[] silenceUntil(Instant until) {
        if (reached == null) {
            return new byte[0];
        }
        Duration pause = Duration.between(reached, until);
        if (pause.compareTo(SHORTEST_PAUSE) < 0 || pause.compareTo(LONGEST_PAUSE) > 0) {
            return new byte[0];
        }
        reached = until;
        return new byte[FRAME_BYTES * (int) Math.round(pause.toNanos() / 1e9 * rateHz)];
    }

    private static byte[] codes(ReceivedSound sound) {
        byte[] codes = new byte[FRAME_BYTES * sound.left().length];
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
