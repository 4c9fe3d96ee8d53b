package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.samples.scenes.NamedScene;
import io.bandwatch.samples.score.Judged;
import io.bandwatch.samples.score.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** One situation after another, each in scenes of many seeds: every verdict must be right and every incident raised. */
public final class NamedScenesCheck implements AcceptanceCheck {
    private static final int SEEDS = 20;
    private static final int NAMED_ERRORS = 10;

    private final List<NamedScene> situations;
    private final long from;
    private final long to;

    private NamedScenesCheck(List<NamedScene> situations, long from, long to) {
        this.situations = situations;
        this.from = from;
        this.to = to;
    }

    /** Every situation, twenty seeds each. */
    public static NamedScenesCheck whole() {
        return new NamedScenesCheck(NamedScene.all(), 1, SEEDS);
    }

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public String statement() {
        return "In named situations, 20 seeds each, every verdict is right and every incident that should be there is"
                + " raised.";
    }

    @Override
    public NamedScenesCheck only(Selection part) {
        List<NamedScene> chosen = situations.stream()
                .filter(situation -> part.scene() == null || situation.name().equals(part.scene()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("has no scene '" + part.scene() + "'; there are "
                    + String.join(
                            ", ", situations.stream().map(NamedScene::name).toList()));
        }
        return new NamedScenesCheck(chosen, part.fromOr(from), part.toOr(to));
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("seeds", to - from + 1);
        ArrayNode rows = figures.putArray("scenes");
        boolean holds = true;
        for (NamedScene situation : situations) {
            ObjectNode row = count(bench, situation);
            rows.add(row);
            holds &= row.get("verdicts_right").asInt() == row.get("verdicts").asInt()
                    && row.get("incidents_raised").asInt()
                            == row.get("incidents").asInt();
            bench.tell("%s: %s", situation.name(), row);
        }
        return new Count(holds, figures);
    }

    @Override
    public void illustrate(Count count, Path folder) throws IOException {
        VerdictDocument.scenes(count.figures(), folder.resolve(name() + ".md"));
    }

    private ObjectNode count(SceneBench bench, NamedScene situation) throws IOException, InterruptedException {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("scene", situation.name());
        int verdicts = 0;
        int right = 0;
        int incidents = 0;
        int raised = 0;
        int invented = 0;
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        List<Score> scores = bench.scoreEach(
                LongStream.rangeClosed(from, to).mapToObj(situation.scene()).toList());
        for (long seed = from; seed <= to; seed++) {
            Score score = scores.get((int) (seed - from));
            verdicts += score.judged().size();
            right += (int) score.judged().stream().filter(Judged::right).count();
            incidents += score.incidents().expected();
            raised += score.incidents().matched();
            invented += score.incidents().invented().size();
            name(errors, seed, score);
        }
        row.put("verdicts", verdicts).put("verdicts_right", right);
        row.put("incidents", incidents).put("incidents_raised", raised).put("incidents_false", invented);
        row.set("errors", errors);
        return row;
    }

    private static void name(ArrayNode errors, long seed, Score score) {
        score.judged().stream()
                .filter(judged -> !judged.right())
                .map(judged -> judged.complaint() + " " + judged.reasons())
                .forEach(text -> name(errors, seed, text));
        score.incidents().missed().forEach(text -> name(errors, seed, "missed " + text));
        score.incidents().invented().forEach(text -> name(errors, seed, "false " + text));
    }

    private static void name(ArrayNode errors, long seed, String text) {
        if (errors.size() < NAMED_ERRORS) {
            errors.add("seed " + seed + ": " + text);
        }
    }
}
