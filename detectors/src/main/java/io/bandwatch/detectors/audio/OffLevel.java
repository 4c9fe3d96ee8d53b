package io.bandwatch.detectors.audio;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loudness against the level that is a programme's own.
 *
 * @param shortTermLufs loudness of the last three seconds
 * @param level that level
 * @param mostLu how far off it may be
 * @param since begin of the look since which it was off, null where it is not
 */
public record OffLevel(double shortTermLufs, LearnedLevel level, double mostLu, @Nullable Instant since) {
    private static final double BACK_SHARE = 0.5;

    /**
     * What it says of a loudness that is off.
     *
     * @param sign 1 for too high, -1 for too low
     */
    public Reading reading(int sign) {
        double offLu = sign * (shortTermLufs - level.lufs());
        if (offLu > mostLu) {
            Reason reason =
                    Reason.of(ReasonCode.LOUDNESS_OFF_LEVEL, DECISIVE, tenths(shortTermLufs), tenths(level.lufs()));
            Reading reading = Reading.yes(sign * offLu, sign * mostLu, "LU", reason);
            return since == null ? reading : reading.since(since);
        }
        // music breathes: what came half of the way back for a moment has not come back
        return offLu > BACK_SHARE * mostLu ? Reading.UNKNOWN : Reading.NO;
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
