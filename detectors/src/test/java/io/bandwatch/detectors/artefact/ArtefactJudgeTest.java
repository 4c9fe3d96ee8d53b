package io.bandwatch.detectors.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.ArtefactEvidence.Kind;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtefactJudgeTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final double[] TWO_HZ = {97.9003e6, 97.6001e6};

    private final ArtefactJudge judge = new ArtefactJudge();

    @ParameterizedTest(name = "{0} dB, {1} explained: artefact {2}")
    @CsvSource({
        "20, 0.98, true",
        // a carrier 5 dB below the product is there all the same
        "20, 0.75, false",
        "20, 0.50, false",
        // at 0 dB the noise could make as much of a difference
        "0, 0.80, true",
        "0, 0.50, false",
        "-3, 0.50, false"
    })
    void takesForAnArtefactWhatIsExplainedButForTheNoise(double snrDb, double share, boolean artefact) {
        ArtefactOpinion opinion = judge.judge(looks(5, snrDb, product(share)));
        assertThat(opinion.artefact()).isEqualTo(artefact);
        assertThat(opinion.sure() > 0.5).isEqualTo(artefact);
        assertThat(opinion.kind()).isEqualTo(Kind.PRODUCT);
        // sources stand in the test as given
        assertThat(opinion.sourceHz()).containsExactly(TWO_HZ);
        // as printed: one hundredth
        assertThat(opinion.share()).isCloseTo(share, within(0.01));
    }

    @Test
    void addsProductsUpWhereNoneExplainsItAlone() {
        ArtefactEvidence three =
                new ArtefactEvidence(Kind.PRODUCT, new double[] {98.1e6, 97.6e6, 98.5e6}, 0.62, 0.99, 2);
        ArtefactEvidence two = new ArtefactEvidence(Kind.PRODUCT, new double[] {97.6e6, 98.1e6}, 0.36, 0.99, -3);
        ArtefactOpinion opinion = judge.judge(looks(3, 15, three, two));
        assertThat(opinion.artefact()).isTrue();
        assertThat(opinion.reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.PRODUCT_OF_THREE, ReasonCode.PRODUCT_OF_TWO);
        assertThat(opinion.reasons().get(0).arguments()).containsExactly("98.10", "97.60", "98.50", "62");
        // the best of them alone would leave 37 %: no product, by that rule
        assertThat(judge.judge(looks(3, 15, three)).artefact()).isFalse();
    }

    @Test
    void doesNotAddUpWhatASplatterAndAProductBothExplain() {
        ArtefactEvidence splatter = new ArtefactEvidence(Kind.SPLATTER, new double[] {98.0e6}, 0.5, 0.9, 9);
        assertThat(judge.judge(looks(3, 12, product(0.5), splatter)).artefact()).isFalse();
    }

    @Test
    void takesTheDistortionOfTheWholeBandForAllOfItsProducts() {
        ArtefactEvidence bend = new ArtefactEvidence(Kind.DISTORTION, TWO_HZ, 0.95, 1.0, 2);
        ArtefactOpinion opinion = judge.judge(looks(3, 12, product(0.5), bend));
        assertThat(opinion.artefact()).isTrue();
        assertThat(opinion.kind()).isEqualTo(Kind.DISTORTION);
        assertThat(opinion.reasons().get(0).code()).isEqualTo(ReasonCode.DISTORTION);
        assertThat(opinion.reasons().get(0).arguments()).containsExactly("97.90, 97.60", "95");
        // half and half would make a whole, if the product were not a part of the distortion
        ArtefactEvidence half = new ArtefactEvidence(Kind.DISTORTION, TWO_HZ, 0.5, 1.0, 9);
        assertThat(judge.judge(looks(3, 12, product(0.5), half)).artefact()).isFalse();
    }

    @Test
    void saysThatACarrierWasTestedAndIsItsOwn() {
        ArtefactOpinion opinion = judge.judge(looks(3, 12, product(0.001)));
        assertThat(opinion.artefact()).isFalse();
        // far from the limit of 0.79: nearly certain
        assertThat(opinion.sure()).isLessThan(0.01);
        assertThat(opinion.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AN_ARTEFACT);
        assertThat(opinion.reasons().get(0).arguments()).containsExactly("100");
    }

    @Test
    void saysNothingOfWhatWasNotTested() {
        ArtefactTotals totals = looks(3, 12);
        assertThat(totals).isSameAs(ArtefactTotals.NOTHING);
        assertThat(judge.judge(totals).reasons()).isEmpty();
    }

    @Test
    void aTransmitterThatComesOnWhereAProductWasIsNoProduct() {
        ArtefactTotals product = looks(5, 0, product(0.98));
        assertThat(judge.judge(product).artefact()).isTrue();
        // 26 dB above it, which no product of what is received could reach
        ArtefactTotals both = product.with(look(26, ArtefactEvidence.nothingCould()));
        ArtefactOpinion opinion = judge.judge(both);
        assertThat(opinion.artefact()).isFalse();
        assertThat(opinion.sure()).isLessThan(0.01);
        // looks that have no likely source left out, as was done at first: the product's evidence stands for ever
        assertThat(judge.judge(product.with(look(26))).artefact()).isTrue();
    }

    @Test
    void whatNothingCouldMakeWasTestedAllTheSame() {
        ArtefactOpinion opinion = judge.judge(looks(2, 12, ArtefactEvidence.nothingCould()));
        assertThat(opinion.artefact()).isFalse();
        assertThat(opinion.kind()).isNull();
        assertThat(opinion.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AN_ARTEFACT);
        assertThat(opinion.reasons().get(0).arguments()).containsExactly("100");
    }

    @Test
    void outweighsOneWrongLookByManyRightOnes() {
        ArtefactTotals totals = looks(9, 12, product(0.97)).with(look(12, product(0.4)));
        assertThat(judge.judge(totals).artefact()).isTrue();
    }

    @Test
    void keepsFewSourcesHoweverManyComeAndGo() {
        ArtefactTotals totals = ArtefactTotals.NOTHING;
        for (int i = 0; i < 50; i++) {
            double[] sourceHz = {88e6 + 0.3e6 * i, 97e6};
            totals = totals.with(look(10, new ArtefactEvidence(Kind.PRODUCT, sourceHz, 0.02, 1, 10)));
        }
        assertThat(totals.sources()).hasSize(6);
        assertThat(totals.looks()).isEqualTo(50);
    }

    @Test
    void knowsTheHarmonicsOfItsClock() {
        ReferenceClock clock = new ReferenceClock(14.4e6);
        assertThat(clock.explains(100.800_2e6, 0)).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.CLOCK_SPUR);
            assertThat(reason.arguments()).containsExactly("7", "14.400");
        });
        // 2 kHz off is some other line
        assertThat(clock.explains(100.802e6, 0)).isEmpty();
        assertThat(clock.explains(100.802e6, 5e3)).isPresent();
    }

    private static ArtefactEvidence product(double share) {
        return new ArtefactEvidence(Kind.PRODUCT, TWO_HZ, share, 1.0, 0);
    }

    private static ArtefactTotals looks(int count, double snrDb, ArtefactEvidence... evidence) {
        ArtefactTotals totals = ArtefactTotals.NOTHING;
        for (int i = 0; i < count; i++) {
            totals = totals.with(look(snrDb, evidence));
        }
        return totals;
    }

    private static RfObservation look(double snrDb, ArtefactEvidence... evidence) {
        return new RfObservation(
                "site",
                98_200_000L,
                0,
                FrameKind.MEASURED,
                START,
                START,
                200_000_000L,
                true,
                true,
                true,
                98.2005e6,
                0,
                snrDb - 60,
                snrDb,
                150e3,
                -50,
                -60,
                evidence,
                null,
                0);
    }
}
