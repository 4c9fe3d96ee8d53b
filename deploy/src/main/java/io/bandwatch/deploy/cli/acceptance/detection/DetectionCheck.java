package io.bandwatch.deploy.cli.acceptance.detection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.samples.RandomScenes;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.score.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many carriers are found within one second, by their C/N in 200 kHz. A scene lasts exactly that second, so that a
 * carrier is in the result if and only if it was found and confirmed in time. The same scenes serve for every point, only
 * stronger or weaker, so that the points differ by nothing else.
 */
public final class DetectionCheck implements AcceptanceCheck {
    private static final double SCENE_S = 1.0;
    private static final int CARRIERS_A_SCENE = 5;
    private static final double REQUIRED_SHARE = 0.99;

    private final int[] cnDb;
    private final int scenes;

    /**
     * A check of some points of the curve.
     *
     * @param cnDb the points, dB in 200 kHz; the statement is about 0
     * @param scenes scenes a point, of five carriers each
     */
    public DetectionCheck(int[] cnDb, int scenes) {
        this.cnDb = cnDb.clone();
        this.scenes = scenes;
    }

    /** From -6 to +6 dB, 200 carriers each. */
    public static DetectionCheck whole() {
        return new DetectionCheck(IntStream.rangeClosed(-6, 6).toArray(), 40);
    }

    @Override
    public String name() {
        return "detection";
    }

    @Override
    public String statement() {
        return "At 0 dB C/N in 200 kHz at least 99 % of carriers are found within 1 s, and none is found that is not there.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("carriers_a_point", scenes * CARRIERS_A_SCENE);
        ArrayNode points = figures.putArray("points");
        boolean holds = true;
        for (int cn : cnDb) {
            List<Scenario> scenarios = LongStream.range(0, scenes)
                    .mapToObj(i -> RandomScenes.carriers(i + 1, cn, SCENE_S))
                    .toList();
            ObjectNode point = point(cn, bench.scores(scenarios));
            bench.tell(
                    "%+d dB: %d of %d found, %d invented",
                    cn,
                    point.get("found").asInt(),
                    point.get("carriers").asInt(),
                    point.get("invented").asInt());
            points.add(point);
            double share = point.get("found").asDouble() / point.get("carriers").asDouble();
            holds &= point.get("invented").asInt() == 0 && (cn < 0 || share >= REQUIRED_SHARE);
        }
        return new Count(holds, figures);
    }

    @Override
    public void illustrate(Count count, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(name() + ".svg"),
                DetectionCurve.draw(count.figures().withArray("points")),
                StandardCharsets.UTF_8);
    }

    private static int sum(List<Score> scores, ToIntFunction<Score> what) {
        return scores.stream().mapToInt(what).sum();
    }

    private static ObjectNode point(int cn, List<Score> scores) {
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        point.put("cn_db", cn);
        point.put("carriers", scores.size() * CARRIERS_A_SCENE);
        point.put("found", sum(scores, score -> score.carriers().matched() + score.weakCarriersFound()));
        point.put("invented", sum(scores, score -> score.carriers().invented().size()));
        ArrayNode names = point.putArray("names_of_missed_and_invented");
        for (int i = 0; i < scores.size(); i++) {
            for (String name : scores.get(i).carriers().missed()) {
                names.add("scene " + (i + 1) + " missed " + name);
            }
            for (String name : scores.get(i).carriers().invented()) {
                names.add("scene " + (i + 1) + " invented " + name);
            }
        }
        return point;
    }
}
