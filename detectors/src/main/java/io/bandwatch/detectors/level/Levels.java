package io.bandwatch.detectors.level;

import java.util.Arrays;
import java.util.List;

/** Holds the levels of all stations of a feed against what was learned of each. */
public final class Levels {
    private Levels() {}

    /**
     * By how much all stations are off: the receiver's gain, its aerial, the weather.
     *
     * @return the median, dB; NaN where fewer stations than asked for are on air and learned
     */
    public static double commonDb(List<LevelMemory> stations, LevelSettings settings) {
        double[] off = stations.stream()
                .mapToDouble(LevelMemory::nowOffDb)
                .filter(Double::isFinite)
                .toArray();
        return off.length < settings.stations() ? Double.NaN : median(off);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
