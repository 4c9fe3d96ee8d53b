package io.bandwatch.deploy.cli.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.samples.scenes.SceneFamily;
import io.bandwatch.samples.score.Judged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted, drawn and written of verdicts. */
class VerdictFiguresTest {
    @TempDir
    Path folder;

    @Test
    void theCalibrationErrorIsTheMeanGapOfTheBins() {
        List<Judged> claimed = new ArrayList<>();
        // 8 of 10 right at 0.9: a gap of 0.1; 10 of 10 right at 0.55: a gap of 0.45; each bin holds half
        for (int i = 0; i < 10; i++) {
            claimed.add(judged(0.9, i < 8));
            claimed.add(judged(0.55, true));
        }
        ArrayNode bins = JsonNodeFactory.instance.arrayNode();
        assertThat(Calibration.error(claimed, bins)).isCloseTo(0.275, within(1e-9));
        assertThat(bins).hasSize(2);
        assertThat(bins.at("/1/share").asDouble()).isEqualTo(0.8);
        assertThat(ReliabilityDiagram.draw(bins))
                .contains("<title>10 verdicts</title>")
                .endsWith("</svg>\n");
    }

    @Test
    void boldnessThatIsRightOnTheWholeIsStillMiscalibrated() {
        List<Judged> claimed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            claimed.add(judged(0.95, i < 5));
            claimed.add(judged(0.05, i < 5));
        }
        // the mean confidence equals the share of right verdicts, 0.5: comparing means alone would see nothing
        assertThat(claimed.stream().mapToDouble(Judged::confidence).average()).hasValueCloseTo(0.5, within(1e-9));
        assertThat(Calibration.error(claimed, JsonNodeFactory.instance.arrayNode()))
                .isCloseTo(0.45, within(1e-9));
    }

    @Test
    void theMatrixIsATableAndTheWorstErrorsHaveTheirReasons() throws Exception {
        Path file = folder.resolve("verdicts.md");
        VerdictDocument.matrix(
                new ObjectMapper()
                        .readTree(
                                """
                                {"scenes": 3, "carriers": 5, "macro_f1": 0.8, "calibration_error": 0.031, "f1": {"licensed": 1.0},
                                 "matrix": {"licensed": {"licensed": 4}, "nothing": {"unlicensed": 1}},
                                 "worst": [{"scene": "report-7", "carrier": "98.1 MHz", "expected": "nothing",
                                   "given": "unlicensed", "confidence": 0.9, "reasons": ["no-register-entry"]}]}
                                """),
                file,
                "verdicts.svg");
        assertThat(Files.readAllLines(file))
                .contains(
                        "| | licensed | unlicensed | F1 |",
                        "| licensed | 4 |  | 1.000 |",
                        "| nothing |  | 1 |  |",
                        "Calibration error 0.031: how far, on the mean, the confidence of verdicts is from the share of them"
                                + " that is right.",
                        "![Share of right verdicts against the confidence claimed](verdicts.svg)",
                        "| report-7 | 98.1 MHz | nothing | unlicensed | 0.90 | no-register-entry |");
    }

    @Test
    void aPartIsARangeOfNumbers() {
        assertThat(Selection.of("3-7", null, null).fromOr(1)).isEqualTo(3);
        assertThat(Selection.of(null, null, null).isWhole()).isTrue();
        assertThat(Selection.of(null, SceneFamily.TUNING, null).isWhole()).isFalse();
        for (String wrong : new String[] {"0-3", "7-3", "7", "a-b"}) {
            assertThatThrownBy(() -> Selection.of(wrong, null, null)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> NamedScenesCheck.whole().only(Selection.of(null, null, "no-such")))
                .hasMessageContaining("there are over-deviation, ");
    }

    private static Judged judged(double confidence, boolean right) {
        return new Judged("x", "licensed", right ? "licensed" : "unlicensed", confidence, right, List.of());
    }
}
