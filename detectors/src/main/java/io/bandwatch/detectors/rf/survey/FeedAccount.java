package io.bandwatch.detectors.rf.survey;

import io.bandwatch.signal.InputAccount;
import java.time.Instant;

/**
 * What one recording was as a whole.
 *
 * @param feed id of the feed
 * @param time time of its first sample
 * @param durationNs length, ns
 * @param timeKnown whether {@code time} is real
 * @param input what was read and what was wrong with it
 */
public record FeedAccount(String feed, Instant time, long durationNs, boolean timeKnown, InputAccount input) {}
