package io.bandwatch.deploy.cli.acceptance.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a naive rule makes of the same sounds, at every threshold: three seconds in a row above it are an insertion. Not
 * thread-safe.
 */
final class NaiveTally {
    private static final int HOLD_S = 3;
    private static final int THRESHOLDS = 400;
    private static final double RECALL = 0.99;

    private final NaiveRule rule;
    private final List<Spliced> spliced = new ArrayList<>();
    private final List<double[]> clean = new ArrayList<>();

    NaiveTally(NaiveRule rule) {
        this.rule = rule;
    }

    private record Spliced(List<Insertion> insertions, double[] unlike) {}

    void count(Heard reference, Heard air, Way way, List<Insertion> insertions) {
        spliced.add(new Spliced(insertions, rule.unlike(reference, air, way)));
    }

    void clean(Heard reference, Heard air, Way way) {
        clean.add(rule.unlike(reference, air, way));
    }

    /** Whether at no threshold 99 % are found without a false one. */
    boolean fails() {
        return recallWithoutFalse() < RECALL;
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rule", rule.word());
        node.put("most_found_without_a_false_one", rounded(recallWithoutFalse()));
        node.put("least_false_where_99_percent_are_found", leastFalse());
        return node;
    }

    private double recallWithoutFalse() {
        double most = 0;
        for (int i = 0; i <= THRESHOLDS; i++) {
            most = falseOnes(threshold(i)) == 0 ? Math.max(most, recall(threshold(i))) : most;
        }
        return most;
    }

    private int leastFalse() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i <= THRESHOLDS; i++) {
            least = recall(threshold(i)) >= RECALL ? Math.min(least, falseOnes(threshold(i))) : least;
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
            for (Insertion insertion : one.insertions()) {
                int from = Math.max(0, (int) insertion.fromS());
                int to = Math.min(one.unlike().length, (int) Math.ceil(insertion.toS()));
                all++;
                found += runs(one.unlike(), from, to, threshold) > 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    private int falseOnes(double threshold) {
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

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
