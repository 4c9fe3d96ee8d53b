package io.bandwatch.alerts.push.outbox;

import java.time.Instant;

/**
 * A push that was given up.
 *
 * @param key its key
 * @param channel the channel that could not deliver it
 * @param since when it was given up
 * @param why what the receiver said last
 */
public record DeadPush(String key, String channel, Instant since, String why) {}
