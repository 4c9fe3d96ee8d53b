package io.bandwatch.detectors.rf.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a survey remembers of one feed. No array is changed once it stands here.
 *
 * @param start start of the first look, null before it
 * @param end end of the last look, null before the first
 * @param startHz centre of the first point, Hz
 * @param stepHz distance of points, Hz
 * @param looks looks taken in
 * @param sum sum of the linear power densities, one per point
 * @param max largest power density, dBFS/Hz, one per point
 * @param rows finished rows, mean power density, dBFS/Hz
 * @param looksPerRow looks that one row stands for
 * @param rowLooks looks in the row begun
 * @param rowSum sum of their linear power densities, one per point
 */
public record SurveyState(
        @Nullable Instant start,
        @Nullable Instant end,
        double startHz,
        double stepHz,
        long looks,
        double[] sum,
        float[] max,
        float[][] rows,
        int looksPerRow,
        int rowLooks,
        double[] rowSum) {}
