package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;

/**
 * What is on in one look, as far as its content can be known again.
 *
 * @param subject where
 * @param role what it is to the others
 * @param kind whether anything follows
 * @param time start of the look
 * @param durationNs its length, ns
 * @param levels as {@link io.bandwatch.signal.AudioMeasurement#printLevels} has them, empty where nothing is heard
 */
public record ContentLook(Subject subject, Role role, FrameKind kind, Instant time, long durationNs, byte[] levels) {
    /** What a look is to the others. */
    public enum Role {
        /** On air, and it must be what the reference has. */
        ON_AIR,
        /** On air, and it is compared once it was found to be the programme of the reference. */
        PERHAPS,
        /** What should be on air. */
        REFERENCE
    }

    /** The instant at which it was over. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}
