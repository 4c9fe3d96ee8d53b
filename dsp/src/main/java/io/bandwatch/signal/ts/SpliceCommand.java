package io.bandwatch.signal.ts;

import java.util.Locale;

/** splice_command_type of ANSI/SCTE 35, table 7. */
public enum SpliceCommand {
    SPLICE_NULL,
    SPLICE_SCHEDULE,
    SPLICE_INSERT,
    TIME_SIGNAL,
    BANDWIDTH_RESERVATION,
    PRIVATE;

    /** The word for it in records. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
