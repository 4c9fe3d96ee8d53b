package io.bandwatch.deploy.evidence;

import io.bandwatch.alerts.evidence.Thumbnail;
import io.bandwatch.alerts.evidence.ThumbnailStrip;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import java.util.ArrayList;
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

    /** What should not be on air is heard for as long as most adverts are, to make a clip of it. */
    private static final long CONTENT_NS = 60 * S;

    /** Time stamps are rounded, at worst to a millisecond. */
    private static final long ROUNDING_NS = 1_000_000;

    private final Fault fault;
    private final long openedNs;
    private final @Nullable Picture[] shown = new Picture[2 * PICTURES_S + 1];
    private boolean anyPicture;
    private final SoundCut heard;

    /** @param openedNs start of the fault since the first picture or sample, ns */
    FaultCut(Fault fault, long openedNs) {
        this.fault = fault;
        this.openedNs = openedNs;
        long behindNs = Fault.isOfContent(fault.kind()) ? CONTENT_NS : SOUND_NS;
        this.heard = new SoundCut(openedNs - SOUND_NS, openedNs + behindNs);
    }

    Fault fault() {
        return fault;
    }

    /** Whether nothing that comes from then on is a part of it. */
    boolean isPast(long ns) {
        return heard.isPast(ns);
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
        heard.sound(sound, begin, count, atNs);
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
        if (!heard.isEmpty()) {
            files.put("sound.wav", heard.wav());
        }
        return files;
    }

    /** Where the start of the fault lies in the sound, s. */
    double startInSoundS() {
        return (double) openedNs / S - heard.beginS();
    }
}
