package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.CarrierMeasurement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds for every carrier of a look the track that it continues. Carriers on air come first, then those that were seen a
 * moment ago but never confirmed, then those that were absent for longer: an accident of noise or an old track never
 * takes a carrier from the one that is on air.
 */
final class Association {
    static final int NONE = -1;

    private final TrackerSettings settings;
    private final Instant now;
    private final double nearHz;
    private final double returnHz;

    /**
     * Prepares for one look.
     *
     * @param coarseHz resolution of the look, Hz: no carrier can be expected nearer to where it was than that
     */
    Association(TrackerSettings settings, Instant now, double coarseHz) {
        this.settings = settings;
        this.now = now;
        this.nearHz = Math.max(settings.nearHz(), coarseHz);
        this.returnHz = Math.max(settings.returnHz(), coarseHz);
    }

    /** Index of the track that each carrier continues, or {@link #NONE}; tracks and carriers by rising frequency. */
    int[] associate(List<Track> tracks, CarrierMeasurement[] carriers) {
        int[] trackOf = new int[carriers.length];
        Arrays.fill(trackOf, NONE);
        pass(tracks, carriers, trackOf, track -> isRecent(track) && track.established(), nearHz);
        pass(tracks, carriers, trackOf, track -> isRecent(track) && !track.established(), nearHz);
        pass(tracks, carriers, trackOf, track -> !isRecent(track), returnHz);
        return trackOf;
    }

    boolean isRecent(Track track) {
        return !track.lastSeen().plus(settings.recent()).isBefore(now);
    }

    private static void pass(
            List<Track> tracks,
            CarrierMeasurement[] carriers,
            int[] trackOf,
            Predicate<Track> eligible,
            double reachHz) {
        int[] freeTracks = IntStream.range(0, tracks.size())
                .filter(t ->
                        eligible.test(tracks.get(t)) && Arrays.stream(trackOf).noneMatch(taken -> taken == t))
                .toArray();
        int[] freeCarriers = IntStream.range(0, carriers.length)
                .filter(c -> trackOf[c] == NONE)
                .toArray();
        double[] trackHz = Arrays.stream(freeTracks)
                .mapToDouble(t -> tracks.get(t).frequencyHz())
                .toArray();
        double[] carrierHz = Arrays.stream(freeCarriers)
                .mapToDouble(c -> carriers[c].frequencyHz())
                .toArray();
        int[] pairs = pair(trackHz, carrierHz, reachHz);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != NONE) {
                trackOf[freeCarriers[i]] = freeTracks[pairs[i]];
            }
        }
    }

    /**
     * Pairs two rising lists without crossing so that as many as possible are paired, as closely as possible: the
     * alignment of Needleman and Wunsch, 1970, with the gain {@code 2 reach - distance}. Nearest-first pairing was
     * rejected: of two carriers drifting together it loses one.
     */
    private static int[] pair(double[] trackHz, double[] carrierHz, double reachHz) {
        int n = carrierHz.length;
        int m = trackHz.length;
        double[][] best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                double paired = gain(carrierHz[i], trackHz[j], reachHz) + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int[] pairs = new int[n];
        Arrays.fill(pairs, NONE);
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (best[i][j] > Math.max(best[i + 1][j], best[i][j + 1])) {
                pairs[i++] = j++;
            } else if (best[i + 1][j] > best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static double gain(double carrierHz, double trackHz, double reachHz) {
        double distanceHz = Math.abs(carrierHz - trackHz);
        return distanceHz <= reachHz ? 2 * reachHz - distanceHz : Double.NEGATIVE_INFINITY;
    }
}
