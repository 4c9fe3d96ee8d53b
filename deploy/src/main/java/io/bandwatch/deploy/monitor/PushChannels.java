package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.push.channel.Channel;
import io.bandwatch.alerts.push.channel.Channels;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.config.MonitorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether people can be told, before anything runs that would tell them. */
public final class PushChannels {
    private PushChannels() {}

    /**
     * Looks whether each channel can be opened, which connects nothing.
     *
     * @param environment where secrets are that are not in files
     * @throws UnusableInputException if a secret is not there, or certificates cannot be read: a line for each channel
     */
    static void check(MonitorConfig config, Map<String, String> environment) {
        List<String> problems = problems(config, environment);
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems);
        }
    }

    /** A line for each channel that cannot be opened with this environment. */
    public static List<String> problems(MonitorConfig config, Map<String, String> environment) {
        PushSettings settings = config.pushes();
        if (settings == null) {
            return List.of();
        }
        Channels channels = new Channels(settings, environment);
        List<String> problems = new ArrayList<>();
        for (ChannelSettings channel : settings.channels()) {
            try (Channel opened = channels.open(channel)) {
                assert opened != null;
            } catch (IllegalArgumentException unusable) {
                problems.add("notifiers: " + unusable.getMessage());
            }
        }
        return problems;
    }
}
