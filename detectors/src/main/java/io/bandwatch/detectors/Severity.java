package io.bandwatch.detectors;

/** How much a finding matters, from least to most. */
public enum Severity {
    INFO,
    WARNING,
    MAJOR,
    CRITICAL;

    /** The word used in records. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
