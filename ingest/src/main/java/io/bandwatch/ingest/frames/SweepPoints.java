package io.bandwatch.ingest.frames;

import java.util.Comparator;
import java.util.List;

/**
 * The points of one sweep by rising frequency; where hops overlap, the lower hop speaks.
 *
 * @param frequencyHz bin centres, Hz
 * @param powerDb power per bin, dB, same length
 * @param count how many of both are used
 */
record SweepPoints(double[] frequencyHz, double[] powerDb, int count) {
    static SweepPoints of(List<SweepRow> rows) {
        List<SweepRow> rising = rows.stream()
                .sorted(Comparator.comparingDouble(SweepRow::lowHz))
                .toList();
        int most = rising.stream().mapToInt(row -> row.powerDb().length).sum();
        double[] frequencyHz = new double[most];
        double[] powerDb = new double[most];
        int count = 0;
        for (SweepRow row : rising) {
            for (int i = 0; i < row.powerDb().length; i++) {
                double hz = row.centerHz(i);
                if (count == 0 || hz > frequencyHz[count - 1] + row.stepHz() / 2) {
                    frequencyHz[count] = hz;
                    powerDb[count++] = row.powerDb()[i];
                }
            }
        }
        return new SweepPoints(frequencyHz, powerDb, count);
    }
}
