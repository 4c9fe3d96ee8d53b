package io.bandwatch.alerts.push.settings;

import java.util.List;
import java.util.Locale;

/** The kinds of channel. */
public enum ChannelType {
    /** A signed request to a program. */
    WEBHOOK("https", "http"),
    /** Mail. */
    SMTP("smtp", "smtps", "smtp+plain"),
    /** A robot in a group of WeCom. */
    WECOM("https", "http"),
    /** A robot in a group of DingTalk. */
    DINGTALK("https", "http"),
    /** A robot in a group of Feishu. */
    FEISHU("https", "http"),
    /** A topic of an MQTT broker. */
    MQTT("mqtt", "mqtts"),
    /** Prometheus Alertmanager. */
    ALERTMANAGER("https", "http");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> schemes;

    ChannelType(String... schemes) {
        this.schemes = List.of(schemes);
    }

    /** The word used in the configuration. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an address may begin with. */
    public List<String> schemes() {
        return schemes;
    }

    /** Whether it is a robot in a group of people, whose address holds its key. */
    public boolean isRobot() {
        return this == WECOM || this == DINGTALK || this == FEISHU;
    }

    /**
     * Most pushes a minute, retries included; 0 for any number. WeCom and DingTalk take 20 and then shut a robot out for a
     * while; Feishu would take more, people would not.
     */
    public int mostPerMinute() {
        return isRobot() ? 20 : 0;
    }
}
