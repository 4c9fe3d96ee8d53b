package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * A time in which a station or service was watched.
 *
 * @param subject where it is received
 * @param station id of the station in the register of licences, or number of the service
 * @param from first instant
 * @param to first instant after it
 * @param last whether it is all of the time, after which there is no more; else one interval of it
 */
public record StationTime(Subject subject, String station, Instant from, Instant to, boolean last) {}
