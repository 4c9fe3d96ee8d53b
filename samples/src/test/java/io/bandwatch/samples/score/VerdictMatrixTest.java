package io.bandwatch.samples.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictMatrixTest {
    private static final VerdictMatrix MATRIX = VerdictMatrix.of(List.of(
            judged("unlicensed", "unlicensed"),
            judged("unlicensed", "unlicensed"),
            judged("unlicensed", "artefact"),
            judged("licensed", "licensed"),
            judged("licensed", Judged.MISSED),
            judged(Judged.NOTHING, "unlicensed")));

    @Test
    void missedAndInventedCarriersCostWhatTheyShould() {
        // unlicensed: 2 right of 3 deserved and 3 given; licensed: 1 right of 2 deserved, 1 given
        assertThat(MATRIX.f1("unlicensed")).isCloseTo(2.0 / 3.0, within(1e-12));
        assertThat(MATRIX.f1("licensed")).isCloseTo(2.0 / 3.0, within(1e-12));
        assertThat(MATRIX.macroF1()).isCloseTo(2.0 / 3.0, within(1e-12));
    }

    @Test
    void theShareOfRightVerdictsWouldHideARareVerdictThatIsNeverRight() {
        List<Judged> judged = new java.util.ArrayList<>();
        for (int i = 0; i < 98; i++) {
            judged.add(judged("licensed", "licensed"));
        }
        judged.add(judged("foreign", "licensed"));
        long right = judged.stream().filter(Judged::right).count();
        assertThat((double) right / judged.size()).isGreaterThan(0.98);
        assertThat(VerdictMatrix.of(judged).macroF1()).isLessThan(0.5);
    }

    @Test
    void aVerdictThatIsRightBesideTheExpectedOneCountsAsIt() {
        VerdictMatrix matrix =
                VerdictMatrix.of(List.of(new Judged("spur", "undetermined", "artefact", 0.5, true, List.of())));
        assertThat(matrix.count("undetermined", "undetermined")).isOne();
        assertThat(matrix.macroF1()).isEqualTo(1.0);
    }

    @Test
    void theTableHasOnlyTheRowsAndColumnsThatAreThere() {
        assertThat(MATRIX.toTable().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "expected / given lic art unl miss F1",
                        "licensed 1 . . 1 0.667",
                        "unlicensed . 1 2 . 0.667",
                        "nothing . . 1 .");
    }

    private static Judged judged(String expected, String given) {
        return new Judged("x", expected, given, Double.NaN, expected.equals(given), List.of());
    }
}
