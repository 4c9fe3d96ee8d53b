package io.bandwatch.ingest.live.tuning;

import io.bandwatch.signal.FrequencyRange;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a receiver is tuned to in turn. With one frequency it stays there.
 *
 * @param centersHz frequencies of the visits of a round, in order, Hz; one that is to be heard more often is there more than
 *     once, but not twice in a row
 * @param dwell what is measured of each visit. Shorter: rounds are shorter; longer: weaker carriers are found
 * @param settle what is left out after tuning. Too short: samples of the frequency before are taken for those of this one
 */
public record HopPlan(List<Long> centersHz, Duration dwell, Duration settle) implements Serializable {
    /** One frame. */
    public static final Duration USUAL_DWELL = Duration.ofMillis(200);

    /** The pipeline of a USB receiver holds some tens of milliseconds. */
    public static final Duration USUAL_SETTLE = Duration.ofMillis(100);

    /** A carrier needs so much on either side of it to be reported, Hz. */
    private static final double EDGE_HZ = 120e3;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The constant component of the receiver lies between channels, Hz off the raster of 100 kHz. */
    private static final long OFF_RASTER_HZ = 50_000;

    private static final long RASTER_HZ = 100_000;

    public HopPlan {
        if (centersHz.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one frequency");
        }
        centersHz = List.copyOf(centersHz);
        for (int i = 0; i + 1 < centersHz.size(); i++) {
            if (centersHz.get(i).equals(centersHz.get(i + 1))) {
                throw new IllegalArgumentException(
                        "the plan visits " + centersHz.get(i) + " Hz twice in a row; give it a longer dwell instead");
            }
        }
        if (dwell.compareTo(USUAL_DWELL) < 0 || dwell.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a dwell of " + dwell.toMillis() + " ms is outside 200 ms to 1 min");
        }
        if (settle.isNegative() || settle.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a settle time of " + settle.toMillis() + " ms is outside 0 ms to 1 min");
        }
    }

    /** Stays at one frequency, Hz. */
    public static HopPlan staying(long centerHz) {
        return new HopPlan(List.of(centerHz), USUAL_DWELL, USUAL_SETTLE);
    }

    /**
     * The fewest visits that see all of a band.
     *
     * @param band where carriers are looked for
     * @param usableHz span that the receiver sees at one frequency, Hz
     * @param overlapHz how much two neighbours see of the same, Hz; what lies in it is seen twice a round
     * @param priorityHz channels of which the visits are made again in the middle of the round, Hz
     */
    public static HopPlan over(
            FrequencyRange band,
            double usableHz,
            double overlapHz,
            List<Long> priorityHz,
            Duration dwell,
            Duration settle) {
        double seenHz = usableHz - 2 * EDGE_HZ;
        if (!(seenHz - overlapHz > RASTER_HZ)) {
            throw new IllegalArgumentException("of " + Math.round(usableHz) + " Hz with an overlap of "
                    + Math.round(overlapHz) + " Hz nothing is left to see; use a higher rate or less overlap");
        }
        double widthHz = band.highHz() - band.lowHz();
        int visits = (int) Math.max(1, Math.ceil((widthHz - overlapHz) / (seenHz - overlapHz)));
        double stepHz = visits == 1 ? 0 : (widthHz - seenHz) / (visits - 1);
        double firstHz = visits == 1 ? band.lowHz() + widthHz / 2 : band.lowHz() + seenHz / 2;
        List<Long> round = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            round.add(offRaster(firstHz + i * stepHz));
        }
        return new HopPlan(withPriority(round, priorityHz, seenHz), dwell, settle);
    }

    private static long offRaster(double hz) {
        return Math.round((hz - OFF_RASTER_HZ) / RASTER_HZ) * RASTER_HZ + OFF_RASTER_HZ;
    }

    /** The visits that see a channel are made again about half a round later. */
    private static List<Long> withPriority(List<Long> round, List<Long> priorityHz, double seenHz) {
        TreeSet<Integer> again = new TreeSet<>(Collections.reverseOrder());
        for (long channelHz : priorityHz) {
            int nearest = 0;
            for (int i = 0; i < round.size(); i++) {
                nearest = Math.abs(round.get(i) - channelHz) < Math.abs(round.get(nearest) - channelHz) ? i : nearest;
            }
            if (Math.abs(round.get(nearest) - channelHz) > seenHz / 2) {
                throw new IllegalArgumentException("the priority channel " + channelHz + " Hz lies outside the band");
            }
            again.add(nearest);
        }
        if (round.size() < 3 && !again.isEmpty()) {
            throw new IllegalArgumentException("a round of " + round.size()
                    + " visits hears each channel every time or every second time; leave 'priority' out");
        }
        List<Long> longer = new ArrayList<>(round);
        for (int visit : again) {
            insert(longer, round.get(visit));
        }
        return longer;
    }

    /** Where it is farthest from the visit that is there, in this round and the ones before and after. */
    private static void insert(List<Long> round, long centerHz) {
        int there = round.indexOf(centerHz);
        int best = 0;
        for (int at = 0; at <= round.size(); at++) {
            best = nearest(round.size(), there, at) > nearest(round.size(), there, best) ? at : best;
        }
        round.add(best, centerHz);
    }

    /** Visits from one that is inserted to the one there, the nearer way round. */
    private static int nearest(int visits, int there, int at) {
        int moved = at <= there ? there + 1 : there;
        int away = Math.abs(moved - at);
        return Math.min(away, visits + 1 - away);
    }

    /** How long a frequency of the plan is not heard at most, from one visit to the next. */
    public Duration revisit(long centerHz) {
        int longest = 0;
        int last = centersHz.lastIndexOf(centerHz) - centersHz.size();
        for (int i = 0; i < centersHz.size(); i++) {
            if (centersHz.get(i) == centerHz) {
                longest = Math.max(longest, i - last);
                last = i;
            }
        }
        return hops() ? dwell.plus(settle).multipliedBy(longest) : Duration.ZERO;
    }

    /** Whether it goes from place to place. */
    public boolean hops() {
        return centersHz.size() > 1;
    }

    /** How long a round takes: each channel is seen at least once in it. */
    public Duration round() {
        return hops() ? dwell.plus(settle).multipliedBy(centersHz.size()) : Duration.ZERO;
    }

    /** Frequencies of the plan as an array, Hz. */
    public long[] centers() {
        return centersHz.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public String toString() {
        return "plan " + Arrays.toString(centers()) + " Hz, " + dwell.toMillis() + " ms each";
    }
}
