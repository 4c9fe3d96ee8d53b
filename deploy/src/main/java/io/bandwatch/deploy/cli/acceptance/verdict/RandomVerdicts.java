package io.bandwatch.deploy.cli.acceptance.verdict;

import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenes.SceneFamily;
import io.bandwatch.samples.scenes.VerdictScenes;
import io.bandwatch.samples.score.Judged;
import io.bandwatch.samples.score.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Random scenes of a family, by number, and what was said in them.
 *
 * @param family of the scenes
 * @param from first number
 * @param to last number
 */
record RandomVerdicts(SceneFamily family, long from, long to) {
    /** One carrier of one scene. */
    record InScene(String scene, Judged judged) {}

    RandomVerdicts only(Selection part) {
        SceneFamily chosen = part.family();
        return new RandomVerdicts(chosen == null ? family : chosen, part.fromOr(from), part.toOr(to));
    }

    long scenes() {
        return to - from + 1;
    }

    List<InScene> judge(SceneBench bench) throws IOException, InterruptedException {
        List<Scenario> scenarios = LongStream.rangeClosed(from, to)
                .mapToObj(number -> VerdictScenes.scene(family, number))
                .toList();
        List<Score> scores = bench.scoreEach(scenarios);
        List<InScene> all = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            String name = scenarios.get(i).name();
            scores.get(i).judged().forEach(judged -> all.add(new InScene(name, judged)));
        }
        return all;
    }
}
