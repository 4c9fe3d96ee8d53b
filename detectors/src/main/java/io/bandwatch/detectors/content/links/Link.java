package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * What says that two carriers belong together.
 *
 * @param one of them
 * @param other one
 * @param since when it began
 * @param reason for people
 */
public record Link(Subject one, Subject other, Instant since, Reason reason) {
    boolean hasEnd(Subject subject) {
        return one.equals(subject) || other.equals(subject);
    }
}
