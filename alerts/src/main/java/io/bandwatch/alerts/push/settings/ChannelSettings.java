package io.bandwatch.alerts.push.settings;

import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to people.
 *
 * @param name name that the rules use
 * @param type kind of channel
 * @param language language of its texts
 * @param endpoint where it leads
 * @param fallback channel that gets what this one cannot deliver, or null
 * @param retry when a push is tried again, and when it is given up
 */
public record ChannelSettings(
        String name,
        ChannelType type,
        Locale language,
        Endpoint endpoint,
        @Nullable String fallback,
        RetrySchedule retry)
        implements Serializable {
    public ChannelSettings {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "channel '" + name + "': a name is made of letters, digits, - and _ and begins with no sign");
        }
        try {
            check(type, endpoint);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("channel " + name + ": " + wrong.getMessage(), wrong);
        }
        if (name.equals(fallback)) {
            throw new IllegalArgumentException("channel " + name + ": it cannot be its own fallback");
        }
    }

    private static void check(ChannelType type, Endpoint endpoint) {
        if (endpoint.address() != null) {
            Endpoint.checked(endpoint.address(), type.schemes(), true);
            demand(!type.isRobot(), "the address of a robot holds its key; give address-env or address-file");
            demand(
                    !endpoint.address().matches("[^/]*//[^/]*@.*"),
                    "an address holds no user and no password; give user and secret-env or secret-file");
        }
        boolean user = endpoint.user() != null;
        boolean secret = endpoint.secret() != null;
        Endpoint.Target target = endpoint.target();
        boolean mail = type == ChannelType.SMTP;
        demand(
                (target.from() != null && !target.to().isEmpty()) == mail,
                "from and to belong to smtp, which needs both");
        demand((target.topic() != null) == (type == ChannelType.MQTT), "topic belongs to mqtt, which needs it");
        demand(
                target.topic() == null || target.topic().matches("[^+#\u0000]+"),
                "what is sent to a topic needs one name of it: not empty, without + and #");
        switch (type) {
            case WEBHOOK -> demand(secret && !user, "a webhook is signed: give secret-env or secret-file, and no user");
            case WECOM -> demand(!secret && !user, "a robot of WeCom has neither user nor secret but its address");
            case DINGTALK, FEISHU -> demand(!user, "a robot has no user");
            case SMTP, MQTT, ALERTMANAGER ->
                demand(user == secret, "user and secret-env or secret-file belong together");
        }
    }

    private static void demand(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException(rule);
        }
    }
}
