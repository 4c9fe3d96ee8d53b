package io.bandwatch.detectors.rf.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SpectrumSurveyTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static RfFrame look(int index, float... spectrum) {
        BandMeasurement band = new BandMeasurement(
                97e6, 99e6, new CarrierMeasurement[0], 0, new double[0], new double[0], 97e6, 10e3, spectrum, -50, 0);
        Instant time = START.plusMillis(index * 200L);
        return new RfFrame("roof", FrameKind.MEASURED, time, 200_000_000L, true, band, InputAccount.EMPTY);
    }

    private static RfFrame end(int looks, InputAccount input) {
        return new RfFrame("roof", FrameKind.ENDED, START.plusMillis(looks * 200L), 0, true, null, input);
    }

    private static List<SpectrumSummary> survey(int looks, IntFunction<RfFrame> look) {
        List<RfFrame> frames = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            frames.add(look.apply(i));
        }
        frames.add(end(looks, InputAccount.EMPTY));
        return new DetectorRun<>(new SpectrumSurvey(), RfFrame::time)
                .over(frames)
                .findings();
    }

    @Test
    void averagesLinearlyAndHoldsTheLargest() {
        SpectrumSummary summary =
                survey(2, i -> look(i, -100, i == 0 ? -100 : -80)).get(0);
        assertThat(summary.meanDbfsPerHz()[0]).isCloseTo(-100, within(1e-4f));
        // 10 log10((1e-10 + 1e-8) / 2)
        assertThat(summary.meanDbfsPerHz()[1]).isCloseTo(-82.967f, within(1e-3f));
        assertThat(summary.maxDbfsPerHz()).containsExactly(-100, -80);
        assertThat(summary.durationNs()).isEqualTo(400_000_000L);
    }

    @Test
    void keepsOneRowPerLookWhileTheyFit() {
        SpectrumSummary summary = survey(100, i -> look(i, -i, 0)).get(0);
        assertThat(summary.rowCount()).isEqualTo(100);
        assertThat(summary.rowNs()).isEqualTo(200_000_000L);
        assertThat(summary.rowsDbfsPerHz()).hasSize(200);
        assertThat(summary.rowsDbfsPerHz()[2 * 42]).isCloseTo(-42, within(1e-4f));
    }

    @Test
    void mergesPairsOfRowsWhenFullSoThatAnHourFitsIn() {
        SpectrumSummary summary =
                survey(18_000, i -> look(i, i < 9_000 ? -100 : -50, -70)).get(0);
        assertThat(summary.rowCount()).isBetween(128, 256);
        assertThat(summary.rowNs() * summary.rowCount()).isCloseTo(summary.durationNs(), within(summary.rowNs()));
        assertThat(summary.rowsDbfsPerHz()[0]).isCloseTo(-100, within(1e-3f));
        assertThat(summary.rowsDbfsPerHz()[2 * (summary.rowCount() - 1)]).isCloseTo(-50, within(1e-3f));
    }

    @Test
    void leavesOutALookOfAnotherShapeAndSaysNothingOfNoLook() {
        assertThat(survey(3, i -> i == 1 ? look(i, 0, 0, 0) : look(i, -100, -100))
                        .get(0)
                        .rowCount())
                .isEqualTo(2);
        assertThat(survey(0, i -> look(i, 0))).isEmpty();
    }

    @Test
    void theAccountOfAFeedGivesItsLengthAndItsInput() {
        InputAccount input = new InputAccount(960_000, 400_000_000, 1, 2, 3, 0);
        FeedAccount account = account(List.of(look(0, -100), look(1, -100), end(2, input)));
        assertThat(account).isEqualTo(new FeedAccount("roof", START, 400_000_000L, true, input));
    }

    @Test
    void aRecordingWithoutALookStillHasAnAccount() {
        InputAccount input = new InputAccount(1000, 40_000_000, 0, 1, 0, 0);
        FeedAccount account = account(List.of(end(1, input)));
        assertThat(account.time()).isEqualTo(START.plusMillis(160));
        assertThat(account.durationNs()).isEqualTo(40_000_000L);
    }

    private static FeedAccount account(List<RfFrame> frames) {
        return new DetectorRun<>(new FeedAccountant(), RfFrame::time)
                .over(frames)
                .findings()
                .get(0);
    }
}
