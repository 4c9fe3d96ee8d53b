package io.bandwatch.detectors.rf.survey;

import java.time.Instant;

/**
 * Pictures of one recording: mean spectrum, largest values held, and a waterfall.
 *
 * @param feed id of the feed
 * @param time start of the first look
 * @param durationNs time from there to the end of the last look, ns
 * @param timeKnown whether {@code time} is real
 * @param startHz centre of the first point, Hz
 * @param stepHz distance of points, Hz
 * @param meanDbfsPerHz mean power density (linear mean), dBFS/Hz, one per point
 * @param maxDbfsPerHz largest power density of any look, dBFS/Hz, one per point
 * @param rowCount rows of the waterfall, at most 256
 * @param rowNs time that one row stands for, ns; the last may stand for less
 * @param rowsDbfsPerHz waterfall, dBFS/Hz, row after row, oldest first, {@code rowCount} times the number of points
 */
public record SpectrumSummary(
        String feed,
        Instant time,
        long durationNs,
        boolean timeKnown,
        double startHz,
        double stepHz,
        float[] meanDbfsPerHz,
        float[] maxDbfsPerHz,
        int rowCount,
        long rowNs,
        float[] rowsDbfsPerHz) {
    /** How many points one row has. */
    public int points() {
        return meanDbfsPerHz.length;
    }
}
