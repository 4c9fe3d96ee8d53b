package io.bandwatch.alerts.series;

import java.time.Duration;
import java.time.Instant;

/** How much time a point of a series stands for. */
public enum Resolution {
    /** As measured: a second, or a little less at the end of a recording. */
    SECOND("1s", Duration.ofSeconds(1)),
    /** Rolled up over whole minutes of UTC. */
    MINUTE("1m", Duration.ofMinutes(1)),
    /** Rolled up over whole hours of UTC. */
    HOUR("1h", Duration.ofHours(1));

    private final String suffix;
    private final Duration length;

    Resolution(String suffix, Duration length) {
        this.suffix = suffix;
        this.length = length;
    }

    /** What a measurement's name ends in, after an underscore. */
    public String suffix() {
        return suffix;
    }

    public Duration length() {
        return length;
    }

    /** Begin of the span that a time lies in, counted from 1970. */
    public Instant begin(Instant time) {
        long lengthS = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), lengthS) * lengthS);
    }
}
