package io.bandwatch.alerts.series;

/** What many values of a field become when they are rolled up. Means weigh each value by the time that it stands for. */
public enum Fold {
    /** Arithmetic mean. */
    MEAN,
    /** Mean of the powers of levels in dB, as a level. */
    POWER_MEAN,
    /** Root of the mean square. */
    RMS,
    SUM,
    MAX,
    /** The latest: counters, which only grow, and texts. */
    LAST
}
