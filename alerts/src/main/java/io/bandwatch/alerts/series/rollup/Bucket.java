package io.bandwatch.alerts.series.rollup;

import io.bandwatch.alerts.series.Field;
import io.bandwatch.alerts.series.Fold;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.signal.Decibels;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The span under way of one series. Arrays have a place for each field of its measurement, and are never changed once they
 * stand here.
 *
 * @param from begin of the span; null where none is under way
 * @param toldUntil end of the last span that was told; null before it
 * @param measurement base name of the measurement; empty where no span is under way
 * @param tags of the series
 * @param coveredNs time in which something was measured, ns
 * @param latePoints points left out since the span before, because theirs had been told
 * @param sums of the folded values, times weight where they are means
 * @param weights what they stand for, ns; counts of values where they are no means
 * @param least smallest value, positive infinity before one is known
 * @param greatest largest value, negative infinity before one is known
 * @param last latest value, NaN before one is known
 * @param texts latest texts
 */
public record Bucket(
        @Nullable Instant from,
        @Nullable Instant toldUntil,
        String measurement,
        String[] tags,
        long coveredNs,
        long latePoints,
        double[] sums,
        double[] weights,
        double[] least,
        double[] greatest,
        double[] last,
        @Nullable String[] texts) {
    /** Nothing came yet. */
    static final Bucket NOTHING = told(null);

    private static final double NS_PER_S = 1e9;

    /** Between two spans. */
    static Bucket told(@Nullable Instant until) {
        double[] none = new double[0];
        return new Bucket(null, until, "", new String[0], 0, 0, none, none, none, none, none, new String[0]);
    }

    /** One more point left out. */
    Bucket withoutLate() {
        return new Bucket(
                from,
                toldUntil,
                measurement,
                tags,
                coveredNs,
                latePoints + 1,
                sums,
                weights,
                least,
                greatest,
                last,
                texts);
    }

    /** A span that begins. */
    Bucket begun(Instant begin, Point first) {
        int fields = first.schema().fields().size();
        return new Bucket(
                begin,
                toldUntil,
                first.measurement(),
                first.tags(),
                0,
                latePoints,
                new double[fields],
                new double[fields],
                filled(fields, Double.POSITIVE_INFINITY),
                filled(fields, Double.NEGATIVE_INFINITY),
                filled(fields, Double.NaN),
                new String[fields]);
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    /** With one more point of the span. */
    Bucket with(Point point) {
        Bucket next = new Bucket(
                from,
                toldUntil,
                measurement,
                tags,
                coveredNs + point.weightNs(),
                latePoints,
                sums.clone(),
                weights.clone(),
                least.clone(),
                greatest.clone(),
                last.clone(),
                texts.clone());
        List<Field> fields = point.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (point.texts()[i] != null) {
                next.texts[i] = point.texts()[i];
            }
            double value = point.numbers()[i];
            if (!Double.isNaN(value)) {
                next.fold(i, fields.get(i).fold(), value, (double) point.weightNs());
            }
        }
        return next;
    }

    private void fold(int i, Fold fold, double value, double weightNs) {
        switch (fold) {
            case MEAN -> add(i, value * weightNs, weightNs);
            case POWER_MEAN -> add(i, Decibels.toPower(value) * weightNs, weightNs);
            case RMS -> add(i, value * value * weightNs, weightNs);
            case SUM, MAX, LAST -> add(i, value, 1);
        }
        least[i] = Math.min(least[i], value);
        greatest[i] = Math.max(greatest[i], value);
        last[i] = value;
    }

    private void add(int i, double value, double weight) {
        sums[i] += value;
        weights[i] += weight;
    }

    /** The point that the span becomes. */
    Point point(Resolution resolution, Instant begin) {
        Measurement schema = MetricSchema.measurement(measurement);
        List<Field> fields = schema.fields();
        int columns = schema.columns(resolution).size();
        double[] numbers = filled(columns, Double.NaN);
        int column = fields.size();
        for (int i = 0; i < fields.size(); i++) {
            boolean known = weights[i] > 0;
            numbers[i] = known ? folded(i, fields.get(i).fold()) : Double.NaN;
            if (fields.get(i).extremes()) {
                numbers[column++] = known ? least[i] : Double.NaN;
                numbers[column++] = known ? greatest[i] : Double.NaN;
            }
        }
        numbers[column++] = coveredNs / NS_PER_S;
        numbers[column] = latePoints == 0 ? Double.NaN : (double) latePoints;
        return new Point(measurement, resolution, begin, coveredNs, tags, numbers, Arrays.copyOf(texts, columns));
    }

    private double folded(int i, Fold fold) {
        return switch (fold) {
            case MEAN -> sums[i] / weights[i];
            case POWER_MEAN -> Decibels.ofPower(sums[i] / weights[i]);
            case RMS -> Math.sqrt(sums[i] / weights[i]);
            case SUM -> sums[i];
            case MAX -> greatest[i];
            case LAST -> last[i];
        };
    }
}
