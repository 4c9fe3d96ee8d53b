package io.bandwatch.deploy.evidence;

import io.bandwatch.alerts.evidence.Thumbnail;
import io.bandwatch.alerts.evidence.ThumbnailStrip;
import io.bandwatch.alerts.evidence.WavFile;
import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is cut out around the start of one fault. Not thread-safe. */
final class FaultCut {
    private static final long S = 1_000_000_000L;

    /** Pictures from so many seconds before the start to as many behind it. */
    private static final int PICTURES_S = 5;

    private static final long SOUND_NS = 10 * S;

    /** Time stamps are rounded, at worst to a millisecond. */
    private static final long ROUNDING_NS = 1_000_000;

    private final Fault fault;
    private final long openedNs;
    private final @Nullable Picture[] shown = new Picture[2 * PICTURES_S + 1];
    private boolean anyPicture;
    private short[] samples = {};
    private int rateHz;
    private int channels;
    private int firstSample = Integer.MAX_VALUE;
    private int endSample;

    /** @param openedNs start of the fault since the first picture or sample, ns */
    FaultCut(Fault fault, long openedNs) {
        this.fault = fault;
        this.openedNs = openedNs;
    }

    Fault fault() {
        return fault;
    }

    /** Whether nothing that comes from then on is a part of it. */
    boolean isPast(long ns) {
        return ns > openedNs + SOUND_NS;
    }

    /** The latest picture at each second is what was shown then, unless it is older than a second. */
    void picture(Picture picture, long atNs) {
        for (int k = 0; k < shown.length; k++) {
            long sinceNs = openedNs + (k - PICTURES_S) * S - atNs;
            if (sinceNs >= -ROUNDING_NS && sinceNs < S) {
                shown[k] = picture;
                anyPicture = true;
            }
        }
    }

    void sound(Sound sound, int begin, int count, long atNs) {
        long fromNs = atNs - (openedNs - SOUND_NS);
        int first = (int) Math.rint(Math.max(-1e9, Math.min(1e9, fromNs * (sound.rateHz() / (double) S))));
        int room = (int) (2 * SOUND_NS / S * sound.rateHz());
        int from = Math.max(0, first);
        int to = Math.min(room, first + count);
        if (from >= to || !fits(sound, room)) {
            return;
        }
        ChannelLayout layout = new ChannelLayout(sound.channels(), sound.positions());
        float[] played = layout.played(sound.samples(), begin + from - first, to - from);
        for (int i = 0; i < played.length; i++) {
            float full = Math.max(-1f, Math.min(1f, played[i]));
            samples[from * channels + i] = (short) Math.rint(full * Short.MAX_VALUE);
        }
        firstSample = Math.min(firstSample, from);
        endSample = Math.max(endSample, to);
    }

    /** Sound that changes its rate or its channels on the way is kept as long as it is the same. */
    private boolean fits(Sound sound, int room) {
        int played = Math.min(2, sound.channels());
        if (samples.length == 0) {
            rateHz = sound.rateHz();
            channels = played;
            samples = new short[room * played];
        }
        return sound.rateHz() == rateHz && played == channels;
    }

    /** The files of it by name; none where neither picture nor sound came. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (anyPicture) {
            List<@Nullable Thumbnail> seconds = new ArrayList<>();
            for (Picture picture : shown) {
                seconds.add(picture == null ? null : Thumbnails.of(picture));
            }
            files.put("strip.png", ThumbnailStrip.png(seconds, PICTURES_S, fault.opened()));
        }
        if (firstSample < endSample) {
            short[] heard = Arrays.copyOfRange(samples, firstSample * channels, endSample * channels);
            files.put("sound.wav", WavFile.of(heard, rateHz, channels));
        }
        return files;
    }

    /** Where the start of the fault lies in the sound, s. */
    double startInSoundS() {
        return (double) SOUND_NS / S - (double) firstSample / rateHz;
    }
}
