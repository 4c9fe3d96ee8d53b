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
import io.bandwatch.samples.score.VerdictMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The nine verdicts and their confidence over random scenes of the family that nothing is tuned on. */
public final class VerdictsCheck implements AcceptanceCheck {
    private static final int SCENES = 500;
    private static final double REQUIRED_MACRO_F1 = 0.95;
    private static final double ALLOWED_CALIBRATION_ERROR = 0.05;
    private static final int WORST = 10;

    private final RandomVerdicts random;

    private VerdictsCheck(RandomVerdicts random) {
        this.random = random;
    }

    /** Five hundred scenes. */
    public static VerdictsCheck whole() {
        return new VerdictsCheck(new RandomVerdicts(SceneFamily.REPORT, 1, SCENES));
    }

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public String statement() {
        return "Over the nine verdicts, macro-F1 is at least 0.95 and the calibration error of the confidence at most 0.05 on"
                + " 500 random scenes of the family that is not tuned on.";
    }

    @Override
    public VerdictsCheck only(Selection part) {
        return new VerdictsCheck(random.only(part));
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        List<InScene> all = random.judge(bench);
        List<Judged> judged = all.stream().map(InScene::judged).toList();
        VerdictMatrix matrix = VerdictMatrix.of(judged);
        bench.tell("%n%s", matrix.toTable());
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("scenes", random.scenes());
        figures.put("carriers", all.size());
        figures.put("macro_f1", matrix.macroF1());
        ObjectNode scores = figures.putObject("f1");
        ObjectNode rows = figures.putObject("matrix");
        for (String expected : matrix.rows()) {
            if (!expected.equals(Judged.NOTHING)) {
                scores.put(expected, matrix.f1(expected));
            }
            ObjectNode row = rows.putObject(expected);
            matrix.columns().stream()
                    .filter(given -> matrix.count(expected, given) > 0)
                    .forEach(given -> row.put(given, matrix.count(expected, given)));
        }
        double error = Calibration.error(judged, figures.putArray("confidence"));
        figures.put("calibration_error", error);
        worst(figures.putArray("worst"), all);
        return new Count(matrix.macroF1() >= REQUIRED_MACRO_F1 && error <= ALLOWED_CALIBRATION_ERROR, figures);
    }

    @Override
    public void illustrate(Count count, Path folder) throws IOException {
        String diagram = name() + ".svg";
        VerdictDocument.matrix(count.figures(), folder.resolve(name() + ".md"), diagram);
        Files.writeString(
                folder.resolve(diagram),
                ReliabilityDiagram.draw(count.figures().withArray("confidence")),
                StandardCharsets.UTF_8);
    }

    /** Wrong with the greatest confidence first; what was missed comes before what was said without any. */
    private static void worst(ArrayNode worst, List<InScene> all) {
        all.stream()
                .filter(one -> !one.judged().right())
                .sorted(Comparator.comparingDouble(
                                (InScene one) -> Double.isNaN(one.judged().confidence())
                                        ? 0.5
                                        : one.judged().confidence())
                        .reversed())
                .limit(WORST)
                .forEach(one -> {
                    ObjectNode node = worst.addObject();
                    node.put("scene", one.scene());
                    node.put("carrier", one.judged().name());
                    node.put("expected", one.judged().expected());
                    node.put("given", one.judged().given());
                    if (!Double.isNaN(one.judged().confidence())) {
                        node.put("confidence", one.judged().confidence());
                    }
                    ArrayNode reasons = node.putArray("reasons");
                    one.judged().reasons().forEach(reasons::add);
                });
    }
}
