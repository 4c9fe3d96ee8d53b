package io.bandwatch.deploy.cli.service;

import io.bandwatch.deploy.config.FeedConfig;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.config.SiteConfig;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a configuration means, before anything is opened. */
final class ConfigSummary {
    private static final double HZ_PER_MHZ = 1e6;
    private static final double MS_PER_S = 1000.0;

    private ConfigSummary() {}

    static String of(MonitorConfig config) {
        StringBuilder text = new StringBuilder();
        for (SiteConfig site : config.sites()) {
            text.append(site.name()).append(System.lineSeparator());
            for (FeedConfig feed : site.feeds()) {
                text.append("  ").append(line(feed)).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static String line(FeedConfig feed) {
        String where = feed.spec().feed() + ": " + feed.spec().parsed().shown();
        ReceiverSettings receiver = feed.spec().receiver();
        if (receiver == null) {
            return where + ", transport stream";
        }
        HopPlan plan = receiver.plan();
        String levels = feed.calibration() == null ? "uncalibrated" : "calibrated";
        if (!plan.hops()) {
            return String.format(
                    Locale.ROOT,
                    "%s, %s MS/s at %s MHz, %s",
                    where,
                    receiver.rateHz() / HZ_PER_MHZ,
                    plan.centersHz().get(0) / HZ_PER_MHZ,
                    levels);
        }
        return String.format(
                Locale.ROOT,
                "%s, %s MS/s, %d visits from %s to %s MHz, each channel every %.1f s%s, %s",
                where,
                receiver.rateHz() / HZ_PER_MHZ,
                plan.centersHz().size(),
                plan.centersHz().stream().mapToLong(Long::longValue).min().orElse(0) / HZ_PER_MHZ,
                plan.centersHz().stream().mapToLong(Long::longValue).max().orElse(0) / HZ_PER_MHZ,
                plan.round().toMillis() / MS_PER_S,
                more(plan),
                levels);
    }

    /** What is heard more often. */
    private static String more(HopPlan plan) {
        return plan.centersHz().stream()
                .distinct()
                .filter(hz -> plan.revisit(hz).compareTo(plan.round()) < 0)
                .map(hz -> String.format(
                        Locale.ROOT,
                        ", around %s MHz every %.1f s",
                        hz / HZ_PER_MHZ,
                        plan.revisit(hz).toMillis() / MS_PER_S))
                .collect(Collectors.joining());
    }
}
