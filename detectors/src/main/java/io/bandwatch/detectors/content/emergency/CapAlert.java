package io.bandwatch.detectors.content.emergency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts here of an alert in the Common Alerting Protocol (OASIS CAP 1.2).
 *
 * @param identifier number of the alert
 * @param sent when it was sent
 * @param broadcast whether it makes transmitters broadcast: an alert, update or cancellation that is {@code Actual} or an
 *     {@code Exercise}; tests of the way, drafts and acknowledgements do not
 * @param calledOff whether it only ends those that it refers to
 * @param ends identifiers of alerts that it takes the place of or calls off
 * @param infos what is said, a block each
 */
public record CapAlert(
        String identifier, Instant sent, boolean broadcast, boolean calledOff, List<String> ends, List<Info> infos) {
    /**
     * One block.
     *
     * @param event what happens
     * @param headline in a line, or null
     * @param effective from when on, or null
     * @param expires until when, or null
     * @param stations ids of stations and numbers of services that are named
     * @param areas where
     */
    record Info(
            String event,
            @Nullable String headline,
            @Nullable Instant effective,
            @Nullable Instant expires,
            List<String> stations,
            List<CapArea> areas) {}
}
