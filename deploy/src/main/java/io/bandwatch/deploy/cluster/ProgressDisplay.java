package io.bandwatch.deploy.cluster;

import java.time.Duration;

/** How the progress of a run is shown on stderr; a run that ends at once shows none. */
public enum ProgressDisplay {
    /** Nothing is shown. */
    NONE(Duration.ofSeconds(1)),
    /** A plain line every few seconds, for logs and pipes. */
    LINES(Duration.ofSeconds(5)),
    /** One line that is drawn over again, for terminals. */
    BAR(Duration.ofMillis(500));

    private final Duration interval;

    ProgressDisplay(Duration interval) {
        this.interval = interval;
    }

    /** What suits this process: the launcher sets {@code bandwatch.terminal} when stderr is a terminal. */
    public static ProgressDisplay ofThisProcess() {
        return Boolean.getBoolean("bandwatch.terminal") ? BAR : LINES;
    }

    Duration interval() {
        return interval;
    }
}
