package io.bandwatch.deploy.cli.acceptance.verdict;

import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.samples.scenes.SceneFamily;
import io.bandwatch.samples.scenes.VerdictScenes;
import io.bandwatch.samples.score.Judged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Random scenes of a family, by number, and what was said in them.
 *
 * @param family of the scenes
 * @param from first number
 * @param to last number
 */
record RandomVerdicts(SceneFamily family, long from, long to) {
    private static final int BETWEEN_LINES = 10;

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
        List<InScene> all = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            var scenario = VerdictScenes.scene(family, number);
            bench.score(scenario).judged().forEach(judged -> all.add(new InScene(scenario.name(), judged)));
            if ((number - from + 1) % BETWEEN_LINES == 0) {
                long right = all.stream().filter(one -> one.judged().right()).count();
                bench.tell("%d of %d scenes: %d of %d right", number - from + 1, scenes(), right, all.size());
            }
        }
        return all;
    }
}
