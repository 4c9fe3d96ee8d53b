package io.bandwatch.detectors.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Frequencies of many looks in bounded memory: means of ever longer runs of looks, from which a trimmed mean is taken. The
 * plain mean was rejected: one stray look of 20, 10 kHz off, shifts it by 500 Hz.
 *
 * @param hz mean frequency of each cell, Hz
 * @param ns time on air in each cell, ns
 * @param looksPerCell looks that a full cell stands for
 * @param looksInLast looks in the last cell
 */
public record FrequencyCells(double[] hz, double[] ns, int looksPerCell, int looksInLast) {
    static final FrequencyCells EMPTY = new FrequencyCells(new double[0], new double[0], 1, 1);
    private static final int MOST_CELLS = 64;
    /** Share of the time left out at either end. */
    private static final double TRIMMED = 0.1;

    FrequencyCells with(double frequencyHz, long lookNs) {
        if (looksInLast < looksPerCell) {
            int last = hz.length - 1;
            double[] nextHz = hz.clone();
            double[] nextNs = ns.clone();
            nextNs[last] += lookNs;
            nextHz[last] += (frequencyHz - hz[last]) * lookNs / nextNs[last];
            return new FrequencyCells(nextHz, nextNs, looksPerCell, looksInLast + 1);
        }
        if (hz.length == MOST_CELLS) {
            return merged().with(frequencyHz, lookNs);
        }
        double[] nextHz = Arrays.copyOf(hz, hz.length + 1);
        double[] nextNs = Arrays.copyOf(ns, ns.length + 1);
        nextHz[hz.length] = frequencyHz;
        nextNs[ns.length] = lookNs;
        return new FrequencyCells(nextHz, nextNs, looksPerCell, 1);
    }

    /** Mean weighted by time, a tenth of the cells (at least one of three or more) left out at either end; NaN if empty. */
    double trimmedMeanHz() {
        int[] order = IntStream.range(0, hz.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> hz[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        int trimmed = hz.length < 3 ? 0 : Math.max(1, (int) (TRIMMED * hz.length));
        double weightedHz = 0;
        double sumNs = 0;
        for (int i = trimmed; i < order.length - trimmed; i++) {
            weightedHz += hz[order[i]] * ns[order[i]];
            sumNs += ns[order[i]];
        }
        return weightedHz / sumNs;
    }

    /** Two cells become one, so that there is room for as many again. */
    private FrequencyCells merged() {
        double[] nextHz = new double[MOST_CELLS / 2];
        double[] nextNs = new double[MOST_CELLS / 2];
        for (int i = 0; i < nextHz.length; i++) {
            nextNs[i] = ns[2 * i] + ns[2 * i + 1];
            nextHz[i] = (hz[2 * i] * ns[2 * i] + hz[2 * i + 1] * ns[2 * i + 1]) / nextNs[i];
        }
        return new FrequencyCells(nextHz, nextNs, 2 * looksPerCell, 2 * looksPerCell);
    }
}
