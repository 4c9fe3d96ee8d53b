package io.bandwatch.detectors.audio;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loudness against the level that is a programme's own. It is judged by three seconds, and dated by what is in them: where it
 * falls, power lets them go on being loud for two seconds, and where it rises they are loud at once.
 *
 * @param window the last three seconds
 * @param level that level
 * @param mostLu how far off it may be
 * @param heardUntil end of the window
 */
public record OffLevel(LoudnessWindow window, LearnedLevel level, double mostLu, Instant heardUntil) {
    /** Half of the deviation that is reported is still the programme's own. */
    private static final double OWN_SHARE = 0.5;

    private static final double NS_PER_S = 1e9;

    /** Whether it is farther off than its own. */
    boolean isStrange() {
        return Math.abs(offLu(1)) > OWN_SHARE * mostLu;
    }

    /**
     * Since when it has been strange.
     *
     * @param before the answer for the look before, null where it was not
     */
    public @Nullable Instant strangeSince(@Nullable Instant before) {
        if (!isStrange()) {
            return null;
        }
        int sign = offLu(1) > 0 ? 1 : -1;
        return before == null ? ago(window.changedS(limit(sign), sign)) : before;
    }

    /**
     * What it says of a loudness that is off.
     *
     * @param sign 1 for too high, -1 for too low
     * @param since since when it was strange, null where it is not
     */
    public Reading reading(int sign, @Nullable Instant since) {
        double offLu = offLu(sign);
        if (offLu > mostLu) {
            Reason reason = Reason.of(
                    ReasonCode.LOUDNESS_OFF_LEVEL, DECISIVE, tenths(window.shortTermLufs()), tenths(level.lufs()));
            Reading reading = Reading.yes(sign * offLu, sign * mostLu, "LU", reason)
                    .until(ago(window.changedS(limit(sign), -sign)));
            return since == null ? reading : reading.since(since);
        }
        // music breathes: what came half of the way back for a moment has not come back
        return offLu > OWN_SHARE * mostLu ? Reading.UNKNOWN : Reading.NO;
    }

    private double offLu(int sign) {
        return sign * (window.shortTermLufs() - level.lufs());
    }

    /** Weighted mean square at the limit of what is its own. */
    private double limit(int sign) {
        return Decibels.toPower(level.lufs() + sign * OWN_SHARE * mostLu - AudioMeasurement.loudness(1));
    }

    private Instant ago(double seconds) {
        return heardUntil.minusNanos(Math.round(seconds * NS_PER_S));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
