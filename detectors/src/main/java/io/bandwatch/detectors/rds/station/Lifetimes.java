package io.bandwatch.detectors.rds.station;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long facts count after they were last said. Too long: what a station said stands for what has taken its place; too
 * short: a fade takes away what is still true.
 *
 * @param station without its PI, after which everything is forgotten. Every group bears the PI, 11.4 a second
 * @param basics flags and programme service name, which come every second
 * @param texts RadioText and others, of which a round takes 5 to 20 seconds
 * @param slow what comes once a minute or two: frequencies, labels, clock, applications, other networks
 */
public record Lifetimes(Duration station, Duration basics, Duration texts, Duration slow) implements Serializable {
    /**
     * With nine blocks of ten lost, ten seconds still bring eleven PIs; the others are three to five times the slowest
     * usual repetition.
     */
    public static final Lifetimes DEFAULT = new Lifetimes(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(300));
}
