package io.bandwatch.deploy.cli.acceptance.detection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.score.Score;
import java.io.IOException;

/** The bundled scene without any carrier, over and over with other noise: sloped floor, impulses, steps of the gain. */
public final class NoiseCheck implements AcceptanceCheck {
    private final int scenes;

    /** A check of so many scenes. */
    public NoiseCheck(int scenes) {
        this.scenes = scenes;
    }

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public String statement() {
        return "In coloured noise with impulses and AGC steps, 30 s a scene, no carrier is found and no incident raised.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Scenario bundled = bench.bundled("coloured-noise");
        int carriers = 0;
        int incidents = 0;
        for (int i = 0; i < scenes; i++) {
            Score score = bench.score(bundled.seeded(bundled.seed() + i));
            carriers += score.carriers().invented().size();
            incidents += score.incidents().invented().size();
            bench.tell("scene %d of %d: %d carriers, %d incidents so far", i + 1, scenes, carriers, incidents);
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("scenes", scenes);
        figures.put("duration_s", scenes * bundled.durationS());
        figures.put("carriers", carriers);
        figures.put("incidents", incidents);
        return new Count(carriers == 0 && incidents == 0, figures);
    }
}
