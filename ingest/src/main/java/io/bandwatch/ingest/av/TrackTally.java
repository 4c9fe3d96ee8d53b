package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;

/**
 * Counts what comes out of a track against its time stamps: each piece has to begin where the one before ended. Pictures of a
 * service that declares no rate have the shortest step seen so far. Not thread-safe.
 */
final class TrackTally {
    /** More than the rounding of any time stamp, less than the shortest frame of any sound coding. */
    private static final long SOUND_TOLERANCE_NS = 5_000_000;

    private static final long JUMP_AHEAD_NS = 10_000_000_000L;
    private static final long JUMP_BACK_NS = 1_000_000_000L;
    private static final double LATE_PICTURES = 0.5;

    private long got;
    private long gaps;
    private long missingNs;
    private long missing;
    private long overlaps;
    private long jumps;
    private long lastNs = Long.MIN_VALUE;
    private long endNs;
    private boolean alone;
    private long shortestNs = Long.MAX_VALUE;

    /** What was left out after a picture is not missing. */
    void count(Picture picture) {
        long declaredNs = picture.format().frameNs();
        if (lastNs != Long.MIN_VALUE && picture.ptsNs() > lastNs && !alone) {
            shortestNs = Math.min(shortestNs, picture.ptsNs() - lastNs);
        }
        long frameNs = declaredNs > 0 ? declaredNs : shortestNs == Long.MAX_VALUE ? 0 : shortestNs;
        step(picture.ptsNs(), Math.round(LATE_PICTURES * frameNs), frameNs);
        got++;
        alone = picture.alone();
        lastNs = picture.ptsNs();
        endNs = picture.ptsNs() + picture.leftOutNs() + frameNs;
    }

    /** What was left out before it is not missing. */
    void count(Sound sound) {
        endNs = sound.afterLeftOut() && sound.ptsNs() > endNs ? sound.ptsNs() : endNs;
        step(sound.ptsNs(), SOUND_TOLERANCE_NS, Math.max(1, 1_000_000_000L / sound.rateHz()));
        got += sound.length();
        lastNs = sound.ptsNs();
        endNs = sound.ptsNs() + sound.length() * 1_000_000_000L / sound.rateHz();
    }

    private void step(long ptsNs, long toleranceNs, long eachNs) {
        if (lastNs == Long.MIN_VALUE) {
            return;
        }
        long lateNs = ptsNs - endNs;
        if (lateNs > JUMP_AHEAD_NS || lateNs < -JUMP_BACK_NS) {
            jumps++;
        } else if (lateNs > toleranceNs) {
            gaps++;
            missingNs += lateNs;
            missing += eachNs == 0 ? 0 : Math.round((double) lateNs / eachNs);
        } else if (lateNs < -toleranceNs) {
            overlaps++;
        }
    }

    TrackCounts counts() {
        return new TrackCounts(got, got + missing, gaps, missingNs, overlaps, jumps);
    }
}
