package io.bandwatch.detectors.evidence;

/**
 * How like the programme of a carrier is to that of another one in the same feed, at the delay at which it is most alike.
 *
 * @param station id of the other's row in the register
 * @param channelHz the other's channel, Hz
 * @param delayS how much later than the other it comes, s; negative: earlier
 * @param correlation of the levels in four bands of the sound, -1..1
 * @param comparedS length of what was compared, s
 */
public record Likeness(String station, long channelHz, double delayS, double correlation, double comparedS) {
    private static final double SAME_SHORT = 0.8;
    private static final double SAME_LONG = 0.6;
    private static final double SHORT_S = 1.6;
    private static final double LONG_S = 10.0;
    /** Below, both surely carry different programmes, if enough was compared. */
    public static final double OTHER = 0.5;

    private static final double LEAST_FOR_OTHER_S = 5.0;

    /**
     * Whether both carry one programme. Of what is short, chance is the greater: among all delays up to ten seconds,
     * programmes that have nothing in common reach 0.67 in 1.6 seconds and 0.4 in ten, and the same one in noise falls to 0.85.
     */
    public boolean isSame() {
        double length = Math.max(0, Math.min(1, (comparedS - SHORT_S) / (LONG_S - SHORT_S)));
        return correlation >= SAME_SHORT + (SAME_LONG - SAME_SHORT) * length;
    }

    /** Whether they surely carry different ones. */
    public boolean isOther() {
        return correlation < OTHER && comparedS >= LEAST_FOR_OTHER_S;
    }
}
