package io.bandwatch.alerts.push;

/** What about an incident is told. */
public enum Occasion {
    /** It is there. */
    OPENED,
    /** It has become more severe. */
    ESCALATED,
    /** It is still there. */
    REPEATED,
    /** Nobody has acknowledged it; others are told now. */
    UNACKNOWLEDGED,
    /** It is over. */
    CLOSED;

    /** The word used in records. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
