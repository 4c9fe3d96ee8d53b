package io.bandwatch.deploy.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.detection.DetectionCheck;
import io.bandwatch.deploy.cli.acceptance.detection.NoiseCheck;
import io.bandwatch.deploy.cli.acceptance.hopping.HopPlanCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.ArtefactCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.NamedScenesCheck;
import io.bandwatch.deploy.cli.acceptance.verdict.VerdictsCheck;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixed part of the statistical sets that every run of the tests holds. */
class AcceptanceIT {
    @TempDir
    Path folder;

    @Test
    void twentyCarriersAtZeroDecibelsAreFoundWithinASecond() throws Exception {
        assertHolds(new DetectionCheck(new int[] {0}, 4));
    }

    @Test
    void theCountFallsWhereCarriersDrownInTheNoise() throws Exception {
        // at -12 dB the floor's own uncertainty hides a carrier: a check that counted them as found would be worth
        // nothing
        Count count = new DetectionCheck(new int[] {-12}, 2).count(bench());
        assertThat(count.figures().at("/points/0/found").asInt())
                .as(count.figures().toString())
                .isLessThan(3);
    }

    @Test
    void noiseAloneIsLeftAlone() throws Exception {
        assertHolds(new NoiseCheck(1));
    }

    /** Those that {@code StationFaultsIT} does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"pi-clone", "override", "sporadic-e"})
    void aSituationIsJudgedAndReportedAsItIs(String scene) throws Exception {
        assertHolds(NamedScenesCheck.whole().only(Selection.of("1-1", null, scene)));
    }

    @Test
    void whatReceiversMakeIsNamedAndCarriersAreNot() throws Exception {
        // 164: four stations so strong that their products fall on each other
        assertHolds(new ArtefactCheck(164, 164));
    }

    @Test
    void aReceiverThatGoesThroughTheBandFindsWhatIsThereForHalfAMinute() throws Exception {
        assertHolds(HopPlanCheck.whole(1, 4));
    }

    @Test
    void randomScenesAreJudgedRightly() throws Exception {
        assertHolds(VerdictsCheck.whole().only(Selection.of("1-1", null, null)));
    }

    private void assertHolds(AcceptanceCheck check) throws Exception {
        Count count = check.count(bench());
        assertThat(count.holds()).as(count.figures().toString()).isTrue();
    }

    private SceneBench bench() {
        return new SceneBench(
                folder,
                Path.of(System.getProperty("bandwatch.root", "..")),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
