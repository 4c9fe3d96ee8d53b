package io.bandwatch.deploy.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.media.MediaCheck;
import io.bandwatch.samples.media.MediaGenerator;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixed part of the check of generated media that every run of the tests holds. */
class MediaFaultsIT {
    @TempDir
    Path folder;

    @Test
    void faultsOfPicturesAndSoundAreToldInTimeAndWhatOnlyLooksLikeOneIsNot() throws Exception {
        Assumptions.assumeTrue(
                MediaGenerator.isPossible() || "true".equals(System.getenv("CI")), "ffmpeg is not installed");
        Count count = MediaCheck.brief()
                .count(new SceneBench(
                        folder,
                        Path.of(System.getProperty("bandwatch.root", "..")),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
        assertThat(count.holds()).as(count.figures().toString()).isTrue();
        assertThat(count.figures().at("/kinds"))
                .filteredOn(kind -> kind.has("incident"))
                .hasSize(7)
                .allSatisfy(kind -> assertThat(kind.path("detected").asInt()).isEqualTo(1));
    }
}
