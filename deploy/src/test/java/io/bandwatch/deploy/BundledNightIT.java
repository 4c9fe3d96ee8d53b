package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.score.Score;
import io.bandwatch.samples.score.Scorer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled scenes, from their scenario through the job to the score against their truth. */
class BundledNightIT {
    @TempDir
    Path folder;

    @Test
    void theWholeNightIsFoundAndJudged() {
        assertPerfect("night-in-short");
    }

    @Test
    void carriersOffTheRasterAreFoundAndJudged() {
        assertPerfect("off-raster");
    }

    @Test
    void nothingIsFoundInColouredNoiseWithImpulsesAndSteps() {
        assertPerfect("coloured-noise");
    }

    private void assertPerfect(String name) {
        RenderedScenario scene = BundledScenes.of(name);
        Path result = folder.resolve(name + ".jsonl");
        Replay replay = replayed(scene, result);
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        Score score = Scorer.score(scene.truth(), result, null);
        assertThat(score.isPerfect()).as(score.toTable()).isTrue();
    }

    private Replay replayed(RenderedScenario scene, Path result) {
        return Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--output",
                result.toString(),
                "--licences",
                scene.licences().toString(),
                scene.recordings().get(0).toString());
    }
}
