package io.bandwatch.deploy.config;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.content.RepeatTopology;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.samples.yaml.ScenarioException;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the configuration of the live service. Paths in it are relative to the folder that it stands in. */
public final class ConfigFile {
    private static final Duration USUAL_EVERY = Duration.ofMinutes(1);
    private static final Duration RAREST_CHECKPOINTS = Duration.ofSeconds(15);
    private static final Duration USUAL_CHECKPOINTS = Duration.ofSeconds(10);
    private static final Duration USUAL_KEEP_JOURNAL = Duration.ofDays(90);
    private static final Duration SHORTEST_KEEP_JOURNAL = Duration.ofDays(1);
    private static final Duration SHORTEST_EVERY = Duration.ofSeconds(1);
    private static final double MOST_LATITUDE_DEG = 90;
    private static final double MOST_LONGITUDE_DEG = 180;

    private final Path folder;
    private final Section keys;

    private static final Duration RAREST_EVERY = Duration.ofHours(1);

    private ConfigFile(Path file) {
        this.folder = file.toAbsolutePath().normalize().resolveSibling("");
        this.keys = Section.of(file);
    }

    /**
     * Reads a file.
     *
     * @throws UnusableInputException with one line naming file, line, column, value and remedy
     */
    public static MonitorConfig read(Path file) {
        try {
            return new ConfigFile(file).whole();
        } catch (ScenarioException problem) {
            throw new UnusableInputException(String.valueOf(problem.getMessage()), problem);
        }
    }

    private MonitorConfig whole() {
        Path named = path(keys, "data");
        Path data = named == null ? folder.resolve("data") : named;
        ZoneId timezone = keys.has("timezone") ? keys.parsed("timezone", ZoneId::of) : ZoneId.of("Asia/Shanghai");
        Locale language = keys.has("language") ? keys.parsed("language", ConfigFile::language) : Locale.ENGLISH;
        List<SiteConfig> sites = keys.sections("sites").stream().map(this::site).toList();
        if (sites.stream().allMatch(site -> site.feeds().isEmpty())) {
            throw keys.problem("sites", "no site has a receiver or a probe; add one");
        }
        checkNames(sites);
        MonitorConfig config = new MonitorConfig(
                data,
                timezone,
                language,
                sites,
                keys.has("registers") ? registers(keys.section("registers")) : registers(null),
                keys.has("detectors") ? DetectorConfig.read(keys.section("detectors")) : DetectorConfig.DEFAULT,
                keys.has("store")
                        ? keys.parsed("store", StoreChoice::parse)
                        : new StoreChoice(StoreChoice.Kind.EMBEDDED, null, StoreChoice.DEFAULT_DATABASE),
                every(),
                atLeast(SHORTEST_KEEP_JOURNAL, "keep-journal", USUAL_KEEP_JOURNAL),
                checkpoints(),
                keys.wholeNumber("index-tasks", 1, RepeatTopology.SHARDS, 1),
                keys.has("notifiers")
                        ? new NotifierReader(folder, language)
                                .read(keys.section("notifiers"), MonitorConfig.places(sites, timezone))
                        : null,
                keys.has("evidence") ? EvidenceConfig.read(keys.section("evidence"), folder, data) : null,
                keys.has("console") ? ConsoleConfig.read(keys.section("console"), folder) : ConsoleConfig.DEFAULT);
        keys.end();
        return config;
    }

    private Duration every() {
        Duration value = atLeast(SHORTEST_EVERY, "every", USUAL_EVERY);
        if (value.compareTo(RAREST_EVERY) > 0) {
            throw keys.problem(
                    "every",
                    "must be at most " + RAREST_EVERY.toHours() + " h: who looks at the journal sees nothing before");
        }
        return value;
    }

    private Duration atLeast(Duration least, String key, Duration otherwise) {
        Duration value = DetectorConfig.duration(keys, key, otherwise);
        if (value.compareTo(least) < 0) {
            boolean days = least.toDays() > 0;
            throw keys.problem(key, "must be at least " + (days ? least.toDays() + " d" : least.toSeconds() + " s"));
        }
        return value;
    }

    /** What is found waits for a checkpoint, and clips of evidence are cut from rings that are kept a little longer than that. */
    private Duration checkpoints() {
        Duration value = atLeast(SHORTEST_EVERY, "checkpoint-every", USUAL_CHECKPOINTS);
        if (value.compareTo(RAREST_CHECKPOINTS) > 0) {
            throw keys.problem(
                    "checkpoint-every",
                    "must be at most " + RAREST_CHECKPOINTS.toSeconds()
                            + " s: people are told when a checkpoint covers it");
        }
        return value;
    }

    static Locale language(String tag) {
        return switch (tag) {
            case "en" -> Locale.ENGLISH;
            case "zh-CN" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new IllegalArgumentException("'" + tag + "' is neither en nor zh-CN");
        };
    }

    private SiteConfig site(Section site) {
        String name = site.text("name");
        SiteConfig.Region region =
                new SiteConfig.Region(site.text("province", ""), site.text("city", ""), site.text("county", ""));
        Double latitudeDeg = degrees(site, "latitude", MOST_LATITUDE_DEG);
        Double longitudeDeg = degrees(site, "longitude", MOST_LONGITUDE_DEG);
        if ((latitudeDeg == null) != (longitudeDeg == null)) {
            throw site.problem("name", "latitude and longitude go together; give both or none");
        }
        List<FeedConfig> feeds = new ArrayList<>();
        FeedReader reader = new FeedReader(folder);
        feeds.addAll(all(site, "receivers", reader::receiver));
        feeds.addAll(all(site, "probes", reader::probe));
        site.end();
        return new SiteConfig(name, region, latitudeDeg, longitudeDeg, List.copyOf(feeds));
    }

    private static List<FeedConfig> all(Section site, String key, Function<Section, FeedConfig> reader) {
        return site.sections(key).stream().map(reader).toList();
    }

    /** Written as {@code "32.39 deg"}: a number in degrees. */
    private static @Nullable Double degrees(Section site, String key, double most) {
        if (!site.has(key)) {
            return null;
        }
        double value = site.parsed(key, Quantity.ANGLE_DEG::parse);
        if (!(Math.abs(value) <= most)) {
            throw site.problem(key, "must be between -" + most + " and " + most + " deg");
        }
        return value;
    }

    private void checkNames(List<SiteConfig> sites) {
        Set<String> feeds = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> referenced = new HashSet<>();
        for (SiteConfig site : sites) {
            if (!names.add(site.name())) {
                throw keys.problem("sites", "two sites are called '" + site.name() + "'; give each its own name");
            }
            for (FeedConfig feed : site.feeds()) {
                if (!feeds.add(feed.spec().feed())) {
                    throw keys.problem(
                            "sites",
                            "two feeds are called '" + feed.spec().feed()
                                    + "'; a name belongs to one feed of all sites");
                }
                if (feed.referenceOf() != null && !referenced.add(feed.referenceOf())) {
                    throw keys.problem(
                            "sites", "two feeds are the reference of '" + feed.referenceOf() + "'; name one of them");
                }
            }
        }
    }

    private MonitorConfig.Registers registers(@Nullable Section section) {
        if (section == null) {
            return new MonitorConfig.Registers(null, null, null, null, null, null);
        }
        MonitorConfig.Registers read = new MonitorConfig.Registers(
                path(section, "licences"),
                path(section, "services"),
                path(section, "maintenance"),
                path(section, "insertions"),
                path(section, "clips"),
                path(section, "emergencies"));
        section.end();
        return read;
    }

    private @Nullable Path path(Section section, String key) {
        return section.has(key) ? folder.resolve(section.text(key)).normalize() : null;
    }
}
