package io.bandwatch.deploy.evidence;

import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.ingest.av.wire.Sound;
import java.util.Arrays;

/** A stretch of the first track of a programme that is heard, as most listeners hear it: at most two channels. Not thread-safe. */
public final class SoundCut {
    private static final double S = 1e9;
    private static final int NOT_HEARD = -1;

    private final long fromNs;
    private final long untilNs;
    private int track = NOT_HEARD;
    private short[] samples = {};
    private int rateHz;
    private int channels;
    private int first = Integer.MAX_VALUE;
    private int end;

    /**
     * @param fromNs its begin, since the first picture or sample, ns; may lie before that
     * @param untilNs behind its end, ns; a quarter of an hour later at most
     */
    public SoundCut(long fromNs, long untilNs) {
        this.fromNs = fromNs;
        this.untilNs = untilNs;
    }

    /** Whether nothing that comes from then on is a part of it. */
    boolean isPast(long ns) {
        return ns > untilNs;
    }

    /** Takes what of a piece of sound lies in it, as {@link io.bandwatch.ingest.programme.Onlooker#sound} tells. */
    public void sound(Sound sound, int begin, int count, long atNs) {
        track = track == NOT_HEARD ? sound.track() : track;
        long room = Math.round((untilNs - fromNs) / S * sound.rateHz());
        long at = Math.round((atNs - fromNs) / S * sound.rateHz());
        int from = (int) Math.min(room, Math.max(0, at));
        int to = (int) Math.min(room, Math.max(0, at + count));
        if (sound.track() != track || from >= to || !fits(sound)) {
            return;
        }
        if (to * channels > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(to * channels, 2 * samples.length));
        }
        ChannelLayout layout = new ChannelLayout(sound.channels(), sound.positions());
        float[] played = layout.played(sound.samples(), begin + (int) (from - at), to - from);
        for (int i = 0; i < played.length; i++) {
            float full = Math.max(-1f, Math.min(1f, played[i]));
            samples[from * channels + i] = (short) Math.rint(full * Short.MAX_VALUE);
        }
        first = Math.min(first, from);
        end = Math.max(end, to);
    }

    /** Sound that changes its rate or its channels on the way is kept as long as it is the same. */
    private boolean fits(Sound sound) {
        int played = Math.min(2, sound.channels());
        if (rateHz == 0) {
            rateHz = sound.rateHz();
            channels = played;
        }
        return sound.rateHz() == rateHz && played == channels;
    }

    /** Whether nothing of it was heard. */
    public boolean isEmpty() {
        return first >= end;
    }

    /** From the first sample of it that was heard to the last, s. */
    public double lengthS() {
        return isEmpty() ? 0 : (end - first) / (double) rateHz;
    }

    /** What was heard, from the first sample of it to the last; there must be some. */
    public byte[] wav() {
        return WavFile.of(Arrays.copyOfRange(samples, first * channels, end * channels), rateHz, channels);
    }

    /** Where what was heard begins, since the first picture or sample, s. */
    double beginS() {
        return fromNs / S + (double) first / rateHz;
    }
}
