package io.bandwatch.alerts.push.service;

import java.util.SortedMap;

/**
 * How the pushes of a service do.
 *
 * @param channels each channel by its name
 * @param outboxProblem what does not work beside what receivers say, such as an outbox that cannot be written; empty for nothing
 */
public record PushHealth(SortedMap<String, ChannelHealth> channels, String outboxProblem) {}
