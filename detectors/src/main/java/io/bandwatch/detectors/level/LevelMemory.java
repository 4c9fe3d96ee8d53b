package io.bandwatch.detectors.level;

import io.bandwatch.signal.RfObservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The level that a station has at this receiver: the median of its mean levels in parts of its time on air, and the spread of
 * them by the median of their distances from it, so that neither an hour of fading nor an hour at reduced power moves what is
 * expected.
 *
 * @param partsDb mean levels of the parts remembered, the latest last, dBFS
 * @param sumDb sum of the levels in the part that is under way, dB times ns
 * @param sumNs length of it so far, ns
 * @param nowDb level now, smoothed over {@value #SMOOTHED_S} s, dBFS; NaN while it is off
 * @param usualDb the median, dBFS; NaN before enough was learned
 * @param spreadDb the standard deviation that the spread stands for, dB
 * @param offDb how far it is off, when it was last compared, dB
 * @param offNs for how long it has been off by more than it may, ns
 */
public record LevelMemory(
        double[] partsDb,
        double sumDb,
        long sumNs,
        double nowDb,
        double usualDb,
        double spreadDb,
        double offDb,
        long offNs) {
    /** Nothing learned. */
    public static final LevelMemory NOTHING =
            new LevelMemory(new double[0], 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    private static final double SMOOTHED_S = 10;

    /** Of normally distributed values, the median distance from the median is so much of the standard deviation. */
    private static final double MEDIAN_DISTANCE = 0.6745;

    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_H = 3600e9;

    /** With one more look at the station. */
    public LevelMemory with(RfObservation look, LevelSettings settings) {
        if (!look.onAir()) {
            return new LevelMemory(partsDb, sumDb, sumNs, Double.NaN, usualDb, spreadDb, 0, 0);
        }
        double share = Math.min(1, look.durationNs() / (SMOOTHED_S * NS_PER_S));
        double now = Double.isNaN(nowDb) ? look.levelDbfs() : nowDb + share * (look.levelDbfs() - nowDb);
        LevelMemory next = new LevelMemory(
                partsDb,
                sumDb + look.levelDbfs() * look.durationNs(),
                sumNs + look.durationNs(),
                now,
                usualDb,
                spreadDb,
                offDb,
                offNs);
        return next.sumNs < settings.part().toNanos() ? next : next.learned(settings);
    }

    /**
     * Compared with what was learned.
     *
     * @param commonDb by how much all stations are off, dB; NaN where too few were learned to say
     * @param lookNs length of the look, ns
     */
    public LevelMemory compared(double commonDb, long lookNs, LevelSettings settings) {
        double off = nowOffDb() - commonDb;
        boolean beyond = Math.abs(off) > allowedDb(settings);
        return new LevelMemory(partsDb, sumDb, sumNs, nowDb, usualDb, spreadDb, off, beyond ? offNs + lookNs : 0);
    }

    /** Whether nothing was heard of a station. */
    public boolean isEmpty() {
        return partsDb.length == 0 && sumNs == 0;
    }

    /** How far the level is off now, dB; NaN where it is off air or was not learned yet. */
    public double nowOffDb() {
        return nowDb - usualDb;
    }

    /** That the level is not the station's own, once it was off for long enough. */
    public @Nullable LevelShift shift(LevelSettings settings) {
        if (offNs < settings.hold().toNanos()) {
            return null;
        }
        double learnedH = partsDb.length * (settings.part().toNanos() / NS_PER_H);
        return new LevelShift(offDb, allowedDb(settings), learnedH);
    }

    private double allowedDb(LevelSettings settings) {
        return Math.max(settings.outsideDb(), settings.spreads() * spreadDb);
    }

    private LevelMemory learned(LevelSettings settings) {
        int kept = Math.min(partsDb.length, settings.parts() - 1);
        double[] parts = Arrays.copyOfRange(partsDb, partsDb.length - kept, partsDb.length + 1);
        parts[kept] = sumDb / sumNs;
        boolean enough = parts.length >= settings.leastParts();
        double usual = enough ? Levels.median(parts) : Double.NaN;
        double spread = Levels.median(
                        Arrays.stream(parts).map(part -> Math.abs(part - usual)).toArray())
                / MEDIAN_DISTANCE;
        return new LevelMemory(parts, 0, 0, nowDb, usual, spread, offDb, offNs);
    }
}
