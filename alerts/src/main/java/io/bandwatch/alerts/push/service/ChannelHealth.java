package io.bandwatch.alerts.push.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does.
 *
 * @param queued pushes that wait
 * @param oldestQueued since when the first of them does, or null
 * @param dead pushes that were given up and are kept
 * @param sent pushes delivered since the start of the service
 * @param failed attempts that failed since then
 * @param lastProblem what the receiver said last, without addresses or secrets; empty after a delivery
 */
public record ChannelHealth(
        long queued, @Nullable Instant oldestQueued, long dead, long sent, long failed, String lastProblem) {}
