package io.bandwatch.alerts.push.service;

import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.plan.StormLimit;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.detectors.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One life of a service, in a process of its own: takes in incidents and says so on stdout, a line each before and after, and
 * {@code idle} when all are delivered. Arguments: folder, address, first incident, end, time of a group in ms.
 */
public final class PushLife {
    private PushLife() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int first = Integer.parseInt(arguments[2]);
        int end = Integer.parseInt(arguments[3]);
        Duration group = Duration.ofMillis(Long.parseLong(arguments[4]));
        PushSettings settings = settings(arguments[1], group);
        try (PushService service =
                new PushService(settings, Path.of(arguments[0]), Map.of("SECRET", "s"), null, Clock.systemUTC())) {
            service.start();
            for (int i = first; i < end; i++) {
                System.out.println("accepting " + i);
                service.accept(PushSamples.carrier(
                        "n1", 88_000_000 + i * 1_000L, Severity.MAJOR, PushSamples.NOON.plusSeconds(i)));
                System.out.println("accepted " + i);
            }
            // past the end of every group
            Thread.sleep(2 * group.toMillis() + 1);
            while (Objects.requireNonNull(service.health().channels().get("hook"))
                            .queued()
                    > 0) {
                Thread.sleep(5);
            }
            System.out.println("idle");
        }
    }

    private static PushSettings settings(String address, Duration group) {
        ChannelSettings hook = new ChannelSettings(
                "hook",
                ChannelType.WEBHOOK,
                Locale.ENGLISH,
                Endpoint.of(address, SecretSource.ofVariable("SECRET")),
                null,
                new RetrySchedule(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofDays(1)));
        PushRule rule = new PushRule(
                "all", PushRule.Match.ALL, List.of("hook"), Set.of(Occasion.values()), group, null, List.of());
        return new PushSettings(
                List.of(hook),
                new PushRules(
                        List.of(rule),
                        null,
                        new StormLimit(1_000_000, Duration.ofDays(1)),
                        Duration.ZERO,
                        PushRules.DEFAULT_FORGET_AFTER),
                PushSamples.PLACES,
                null,
                PushSettings.DEFAULT_OUTBOX_BYTES);
    }
}
