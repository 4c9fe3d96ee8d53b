package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.plan.DailyHours;
import io.bandwatch.alerts.push.plan.Escalation;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.plan.QuietHours;
import io.bandwatch.alerts.push.plan.Region;
import io.bandwatch.alerts.push.plan.StormLimit;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.samples.yaml.Section;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads who is told of incidents, and how. */
final class NotifierReader {
    private final Path folder;
    private final Locale language;

    /**
     * @param folder that paths are relative to
     * @param language of channels that name none
     */
    NotifierReader(Path folder, Locale language) {
        this.folder = folder;
        this.language = language;
    }

    PushSettings read(Section keys, Places places) {
        List<ChannelSettings> channels =
                keys.sections("channels").stream().map(this::channel).toList();
        List<PushRule> rules =
                keys.sections("rules").stream().map(NotifierReader::rule).toList();
        QuietHours quiet = keys.has("quiet") ? quiet(keys.section("quiet")) : null;
        StormLimit storm = keys.has("storm") ? storm(keys.section("storm")) : StormLimit.DEFAULT;
        checkRegions(keys, rules, places);
        String console = keys.has("console-address") ? keys.parsed("console-address", NotifierReader::page) : null;
        PushSettings read = keys.checked(
                "rules",
                () -> new PushSettings(
                        channels,
                        new PushRules(rules, quiet, storm, PushRules.DEFAULT_SETTLE, PushRules.DEFAULT_FORGET_AFTER),
                        places,
                        console,
                        PushSettings.DEFAULT_OUTBOX_BYTES));
        keys.end();
        if (channels.isEmpty()) {
            throw keys.problem("channels", "nobody would be told; add a channel, or leave notifiers out");
        }
        return read;
    }

    /** A region in which no site lies is a name that was written otherwise there, and its rule would never hold. */
    private static void checkRegions(Section keys, List<PushRule> rules, Places places) {
        List<Section> sections = keys.sections("rules");
        for (int i = 0; i < rules.size(); i++) {
            for (Region region : rules.get(i).match().regions()) {
                if (places.byFeed().values().stream().noneMatch(region::contains)) {
                    throw sections.get(i)
                            .problem(
                                    "regions",
                                    "no site lies in '" + String.join("/", region.path())
                                            + "'; write it as province, city and county of the sites are written");
                }
            }
        }
    }

    /** What people open from a push. */
    private static String page(String text) {
        URI uri = URI.create(text);
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' is no http:// or https:// address");
        }
        return text;
    }

    private ChannelSettings channel(Section keys) {
        ChannelType type = keys.choice("type", ChannelType.class, null);
        Locale spoken = keys.has("language") ? keys.parsed("language", ConfigFile::language) : language;
        String from = keys.has("from") ? keys.text("from") : null;
        String topic = keys.has("topic") ? keys.text("topic") : null;
        Endpoint.Target target = new Endpoint.Target(from, keys.texts("to"), topic);
        String authorities = keys.has("authorities")
                ? folder.resolve(keys.text("authorities")).toString()
                : null;
        String fallback = keys.has("fallback") ? keys.text("fallback") : null;
        SecretSource secretAddress = SecretKeys.source(keys, "address", folder);
        SecretSource secret = SecretKeys.source(keys, "secret", folder);
        ChannelSettings read = keys.checked(
                "type",
                () -> new ChannelSettings(
                        keys.text("name"),
                        type,
                        spoken,
                        new Endpoint(
                                keys.has("address") ? keys.text("address") : null,
                                secretAddress,
                                keys.has("user") ? keys.text("user") : null,
                                secret,
                                authorities,
                                target),
                        fallback,
                        RetrySchedule.DEFAULT));
        keys.end();
        return read;
    }

    private static PushRule rule(Section keys) {
        Set<IncidentKind> kinds = new HashSet<>();
        keys.texts("kinds").forEach(text -> kinds.add(keys.checked("kinds", () -> kind(text))));
        List<Region> regions = new ArrayList<>();
        keys.texts("regions").forEach(text -> regions.add(keys.checked("regions", () -> Region.parse(text))));
        DailyHours hours = keys.has("hours") ? keys.parsed("hours", DailyHours::parse) : null;
        Severity severity = keys.choice("severity", Severity.class, Severity.INFO);
        Set<Occasion> tell = new HashSet<>();
        keys.texts("tell").forEach(text -> tell.add(keys.checked("tell", () -> occasion(text))));
        List<Escalation> escalations = keys.sections("escalate").stream()
                .map(NotifierReader::escalation)
                .toList();
        Duration repeat = keys.has("repeat") ? DetectorConfig.duration(keys, "repeat", Duration.ZERO) : null;
        PushRule read = keys.checked(
                "name",
                () -> new PushRule(
                        keys.text("name"),
                        new PushRule.Match(kinds, severity, regions, hours),
                        keys.texts("to"),
                        tell.isEmpty() ? Set.of(Occasion.values()) : tell,
                        DetectorConfig.duration(keys, "group", PushRule.DEFAULT_GROUP),
                        repeat,
                        escalations));
        keys.end();
        return read;
    }

    private static Escalation escalation(Section keys) {
        Escalation read = keys.checked(
                "after", () -> new Escalation(DetectorConfig.duration(keys, "after", Duration.ZERO), keys.texts("to")));
        keys.end();
        return read;
    }

    private static QuietHours quiet(Section keys) {
        QuietHours read = new QuietHours(
                keys.parsed("hours", DailyHours::parse), keys.choice("below", Severity.class, Severity.MAJOR));
        keys.end();
        return read;
    }

    private static StormLimit storm(Section keys) {
        StormLimit read = keys.checked(
                "pushes",
                () -> new StormLimit(
                        keys.wholeNumber("pushes", 1, Integer.MAX_VALUE, StormLimit.DEFAULT.pushes()),
                        DetectorConfig.duration(keys, "window", StormLimit.DEFAULT.window())));
        keys.end();
        return read;
    }

    private static IncidentKind kind(String text) {
        return Arrays.stream(IncidentKind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no kind of incident; use one of "
                        + String.join(
                                ", ",
                                Arrays.stream(IncidentKind.values())
                                        .map(IncidentKind::code)
                                        .toList())));
    }

    private static Occasion occasion(String text) {
        return Arrays.stream(Occasion.values())
                .filter(occasion -> occasion.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(Occasion.values())
                                        .map(occasion -> occasion.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
