package io.bandwatch.alerts.push.service;

import java.util.SortedMap;

/**
 * How the pushes of a service do.
 *
 * @param channels each channel by its name
 * @param outboxProblem why the outbox cannot be written, or empty; while it cannot, nothing is taken in
 */
public record PushHealth(SortedMap<String, ChannelHealth> channels, String outboxProblem) {}
