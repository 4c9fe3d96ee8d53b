package io.bandwatch.alerts.push;

/** What a push is made of. */
public enum PushForm {
    /** Incidents of one kind at one site, told as they change. */
    INCIDENTS,
    /** What quiet hours held back, at their end. */
    MORNING,
    /** Too many pushes for one channel: those above the limit, counted. */
    STORM;

    /** The word used in records. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
