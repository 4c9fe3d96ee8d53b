package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.samples.score.Judged;
import java.util.List;

/**
 * Whether a confidence is the share of verdicts that are right: expected calibration error over ten bins of equal width (C.
 * Guo et al., "On calibration of modern neural networks", ICML 2017, eq. 3). An undetermined carrier claims nothing and is
 * left out, as is a carrier that was not found.
 */
final class Calibration {
    private static final int BINS = 10;

    private Calibration() {}

    /** The error over all that were judged, and one object a bin that is not empty. */
    static double error(List<Judged> judged, ArrayNode bins) {
        List<Judged> claimed = judged.stream()
                .filter(one -> !Double.isNaN(one.confidence()) && !one.given().equals("undetermined"))
                .toList();
        double error = 0.0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            List<Judged> inBin = claimed.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.confidence() * BINS)) == number)
                    .toList();
            if (inBin.isEmpty()) {
                continue;
            }
            double confidence =
                    inBin.stream().mapToDouble(Judged::confidence).average().orElseThrow();
            long right = inBin.stream().filter(Judged::right).count();
            double share = (double) right / inBin.size();
            error += Math.abs(share - confidence) * inBin.size() / claimed.size();
            ObjectNode node = bins.addObject();
            node.put("verdicts", inBin.size()).put("confidence", confidence);
            node.put("right", right).put("share", share);
        }
        return error;
    }
}
