package io.bandwatch.deploy.cli.acceptance.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How unlike the seconds of programmes are by a naive rule, and what would be found with it at every threshold: three seconds in a row
 * above it are an insertion. Not thread-safe.
 */
public final class UnlikeSeconds {
    private static final int HOLD_S = 3;
    private static final int THRESHOLDS = 400;

    private final double wanted;
    private final List<Spliced> spliced = new ArrayList<>();
    private final List<double[]> clean = new ArrayList<>();

    /** @param wanted share of insertions that is to be found */
    public UnlikeSeconds(double wanted) {
        this.wanted = wanted;
    }

    /**
     * Where an insertion is.
     *
     * @param fromS second with which it begins
     * @param toS second behind it
     */
    public record Span(double fromS, double toS) {}

    private record Spliced(List<Span> insertions, double[] unlike) {}

    /** A programme with insertions. */
    public void with(List<Span> insertions, double[] unlike) {
        spliced.add(new Spliced(insertions, unlike));
    }

    /** A programme without. */
    public void without(double[] unlike) {
        clean.add(unlike);
    }

    /** Whether at no threshold enough are found without a false one. */
    public boolean fails() {
        return recallWithoutFalse() < wanted;
    }

    /** What could be reached with it at best. */
    public void put(ObjectNode figures) {
        figures.put("most_found_without_a_false_one", Math.rint(recallWithoutFalse() * 1000) / 1000);
        figures.put("least_false_where_" + Math.round(100 * wanted) + "_percent_are_found", leastFalse());
    }

    private double recallWithoutFalse() {
        double most = 0;
        for (int i = 0; i <= THRESHOLDS; i++) {
            most = falseAbove(threshold(i)) == 0 ? Math.max(most, recall(threshold(i))) : most;
        }
        return most;
    }

    private int leastFalse() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i <= THRESHOLDS; i++) {
            least = recall(threshold(i)) >= wanted ? Math.min(least, falseAbove(threshold(i))) : least;
        }
        return least;
    }

    private double threshold(int number) {
        double largest = 0;
        for (Spliced one : spliced) {
            for (double unlike : one.unlike()) {
                largest = Math.max(largest, unlike);
            }
        }
        return largest * number / THRESHOLDS;
    }

    private double recall(double threshold) {
        int all = 0;
        int found = 0;
        for (Spliced one : spliced) {
            for (Span insertion : one.insertions()) {
                int from = Math.max(0, (int) insertion.fromS());
                int to = Math.min(one.unlike().length, (int) Math.ceil(insertion.toS()));
                all++;
                found += runs(one.unlike(), from, to, threshold) > 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    /** What it tells that is not there, at a threshold. */
    public int falseAbove(double threshold) {
        return clean.stream()
                .mapToInt(unlike -> runs(unlike, 0, unlike.length, threshold))
                .sum();
    }

    private static int runs(double[] unlike, int from, int to, double threshold) {
        int runs = 0;
        int held = 0;
        for (int second = from; second < to; second++) {
            held = unlike[second] > threshold ? held + 1 : 0;
            runs += held == HOLD_S ? 1 : 0;
        }
        return runs;
    }
}
