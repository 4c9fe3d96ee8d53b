package io.bandwatch.detectors.rf.survey;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Draws the pictures of one recording in bounded memory: when the waterfall is full, two rows become one. A look whose
 * points lie elsewhere than those of the first is left out of the pictures.
 */
public final class SpectrumSurvey implements Detector<RfFrame, SurveyState, SpectrumSummary> {
    private static final long serialVersionUID = 1L;
    /** Rows of a waterfall: as many as a picture shows. */
    public static final int MOST_ROWS = 256;

    @Override
    public SurveyState initial() {
        return new SurveyState(null, null, 0, 0, 0, new double[0], new float[0], new float[0][], 1, 0, new double[0]);
    }

    @Override
    public Step<SurveyState, SpectrumSummary> onObservation(SurveyState state, RfFrame frame) {
        BandMeasurement band = frame.band();
        if (frame.kind().isUnknown()) {
            return Step.quiet(state);
        }
        if (frame.kind() == FrameKind.ENDED || band == null) {
            return new Step<>(state, summary(state, frame).stream().toList(), Optional.empty());
        }
        int points = band.spectrumDbfsPerHz().length;
        boolean first = state.start() == null;
        boolean fits = points == state.sum().length
                && Math.abs(band.spectrumStartHz() - state.startHz()) < state.stepHz() / 2
                && Math.abs(band.spectrumStepHz() - state.stepHz()) * points < state.stepHz() / 2;
        if (points == 0 || !(first || fits)) {
            return Step.quiet(state);
        }
        return Step.quiet(added(first ? begun(frame, band) : state, frame, band.spectrumDbfsPerHz()));
    }

    @Override
    public Step<SurveyState, SpectrumSummary> onDeadline(SurveyState state, Instant now) {
        return Step.quiet(state);
    }

    private static SurveyState begun(RfFrame frame, BandMeasurement band) {
        int points = band.spectrumDbfsPerHz().length;
        float[] nothing = new float[points];
        Arrays.fill(nothing, Float.NEGATIVE_INFINITY);
        return new SurveyState(
                frame.time(),
                frame.end(),
                band.spectrumStartHz(),
                band.spectrumStepHz(),
                0,
                new double[points],
                nothing,
                new float[0][],
                1,
                0,
                new double[points]);
    }

    private static SurveyState added(SurveyState state, RfFrame frame, float[] spectrum) {
        int points = spectrum.length;
        double[] sum = new double[points];
        double[] rowSum = new double[points];
        float[] max = new float[points];
        for (int i = 0; i < points; i++) {
            double density = Decibels.toPower(spectrum[i]);
            sum[i] = state.sum()[i] + density;
            rowSum[i] = state.rowSum()[i] + density;
            max[i] = Math.max(state.max()[i], spectrum[i]);
        }
        boolean rowDone = state.rowLooks() + 1 == state.looksPerRow();
        float[][] rows = rowDone ? appended(state.rows(), decibels(rowSum, state.looksPerRow())) : state.rows();
        boolean full = rows.length == MOST_ROWS;
        return new SurveyState(
                state.start(),
                frame.end(),
                state.startHz(),
                state.stepHz(),
                state.looks() + 1,
                sum,
                max,
                full ? merged(rows) : rows,
                full ? 2 * state.looksPerRow() : state.looksPerRow(),
                rowDone ? 0 : state.rowLooks() + 1,
                rowDone ? new double[points] : rowSum);
    }

    private static Optional<SpectrumSummary> summary(SurveyState state, RfFrame last) {
        if (state.start() == null || state.end() == null) {
            return Optional.empty();
        }
        float[][] rows = state.rowLooks() == 0
                ? state.rows()
                : appended(state.rows(), decibels(state.rowSum(), state.rowLooks()));
        int points = state.sum().length;
        float[] flat = new float[rows.length * points];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * points, points);
        }
        long durationNs = Duration.between(state.start(), state.end()).toNanos();
        return Optional.of(new SpectrumSummary(
                last.feed(),
                state.start(),
                durationNs,
                last.timeKnown(),
                state.startHz(),
                state.stepHz(),
                decibels(state.sum(), state.looks()),
                state.max(),
                rows.length,
                Math.round((double) durationNs * state.looksPerRow() / state.looks()),
                flat));
    }

    private static float[][] appended(float[][] rows, float[] row) {
        float[][] longer = Arrays.copyOf(rows, rows.length + 1);
        longer[rows.length] = row;
        return longer;
    }

    private static float[][] merged(float[][] rows) {
        float[][] half = new float[rows.length / 2][];
        for (int row = 0; row < half.length; row++) {
            double[] sum = new double[rows[0].length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Decibels.toPower(rows[2 * row][i]) + Decibels.toPower(rows[2 * row + 1][i]);
            }
            half[row] = decibels(sum, 2);
        }
        return half;
    }

    private static float[] decibels(double[] sum, long looks) {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) Decibels.ofPower(sum[i] / looks);
        }
        return mean;
    }
}
