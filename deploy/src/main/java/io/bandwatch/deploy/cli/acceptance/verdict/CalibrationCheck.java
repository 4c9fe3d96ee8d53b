package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.verdict.RandomVerdicts.InScene;
import io.bandwatch.samples.scenes.SceneFamily;
import io.bandwatch.samples.score.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether a confidence is the share of verdicts that are right, over random scenes other than those of the verdicts.
 * Expected calibration error over ten bins of equal width (C. Guo et al., "On calibration of modern neural networks", ICML
 * 2017, eq. 3). An undetermined carrier claims nothing and is left out.
 */
public final class CalibrationCheck implements AcceptanceCheck {
    private static final int FIRST = 501;
    private static final int LAST = 700;
    private static final int BINS = 10;
    private static final double ALLOWED_ERROR = 0.05;

    private final RandomVerdicts random;

    private CalibrationCheck(RandomVerdicts random) {
        this.random = random;
    }

    /** Two hundred scenes. */
    public static CalibrationCheck whole() {
        return new CalibrationCheck(new RandomVerdicts(SceneFamily.REPORT, FIRST, LAST));
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String statement() {
        return "The confidence of a verdict is the share of such verdicts that are right, with a calibration error of at"
                + " most 0.05, on scenes of the family that it was not calibrated on.";
    }

    @Override
    public CalibrationCheck only(Selection part) {
        return new CalibrationCheck(random.only(part));
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        List<Judged> claimed = random.judge(bench).stream()
                .map(InScene::judged)
                .filter(one -> !Double.isNaN(one.confidence()) && !one.given().equals("undetermined"))
                .toList();
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("scenes", random.scenes());
        figures.put("verdicts", claimed.size());
        double error = error(claimed, figures.putArray("bins"));
        figures.put("calibration_error", error);
        return new Count(!claimed.isEmpty() && error <= ALLOWED_ERROR, figures);
    }

    @Override
    public void illustrate(Count count, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(name() + ".svg"),
                ReliabilityDiagram.draw(count.figures().withArray("bins")),
                StandardCharsets.UTF_8);
    }

    /** The error, and one object a bin that is not empty. */
    static double error(List<Judged> claimed, ArrayNode bins) {
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
