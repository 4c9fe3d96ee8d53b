package io.bandwatch.detectors.audio;

import java.time.Duration;

/**
 * The loudness that is a station's own.
 *
 * @param lufs mean of short-term loudness
 * @param ns programme that stands behind it, ns
 */
public record LearnedLevel(double lufs, long ns) {
    /** Nothing heard. */
    public static final LearnedLevel NOTHING = new LearnedLevel(0, 0);

    /** Longer than a programme, so that the level is the station's and not the programme's. */
    private static final double SPAN_NS = 3600e9;

    /** Farther off than this, what is heard may be the fault itself, and is learned as slowly as can be. */
    private static final double USUAL_LU = 4;

    /** With one more look. */
    public LearnedLevel with(double shortTermLufs, long lookNs, Duration settleAfter) {
        boolean strange = isUsable(settleAfter) && Math.abs(shortTermLufs - lufs) > USUAL_LU;
        double spanNs = strange ? SPAN_NS : Math.min(SPAN_NS, (double) ns + lookNs);
        return new LearnedLevel(lufs + lookNs / spanNs * (shortTermLufs - lufs), ns + lookNs);
    }

    /** Whether so much programme stands behind it. */
    public boolean isUsable(Duration settleAfter) {
        return ns >= settleAfter.toNanos();
    }
}
