package io.bandwatch.deploy.config;

import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the live service is told.
 *
 * @param data folder of what it keeps: journal, checkpoints, store; one process at a time works in it
 * @param timezone zone of dates and hours in registers, and of times in texts for people
 * @param language language of texts for people where nobody asks for another
 * @param sites where its feeds are
 * @param registers what is allowed
 * @param detectors times and levels of the detectors
 * @param store where time series go
 * @param every length of the intervals that the journal tells carriers by
 * @param keepJournal how long files are kept that were the journal before
 * @param checkpointEvery time from one checkpoint to the next: what is lost by a crash is at most so much of what was under way
 * @param indexTasks how many tasks share the index of what was heard
 * @param pushes who is told of incidents, or null for nobody
 * @param evidence what is kept of incidents to see and hear, or null for nothing
 * @param console the page and what programs ask
 */
public record MonitorConfig(
        Path data,
        ZoneId timezone,
        Locale language,
        List<SiteConfig> sites,
        Registers registers,
        DetectorConfig detectors,
        StoreChoice store,
        Duration every,
        Duration keepJournal,
        Duration checkpointEvery,
        int indexTasks,
        @Nullable PushSettings pushes,
        @Nullable EvidenceConfig evidence,
        ConsoleConfig console) {
    /**
     * Files of registers, and the folder of known clips.
     *
     * @param licences FM register; without it nothing is licensed or unlicensed
     * @param services services register
     * @param maintenance approved maintenance
     * @param insertions approved insertions
     * @param clips folder of known clips
     * @param emergencies folder of alerts that the emergency interface brings
     */
    public record Registers(
            @Nullable Path licences,
            @Nullable Path services,
            @Nullable Path maintenance,
            @Nullable Path insertions,
            @Nullable Path clips,
            @Nullable Path emergencies) {}

    /**
     * With what another says that a service can be told while it runs: where registers are, the detectors, and who is told of what. Whether
     * anybody is told at all is not of that kind.
     */
    public MonitorConfig told(MonitorConfig other) {
        return new MonitorConfig(
                data,
                timezone,
                language,
                sites,
                other.registers,
                other.detectors,
                store,
                every,
                keepJournal,
                checkpointEvery,
                indexTasks,
                pushes == null || other.pushes == null ? pushes : other.pushes,
                evidence,
                console);
    }

    /** All feeds of all sites, in their order. */
    public List<LiveFeedSpec> feeds() {
        return sites.stream()
                .flatMap(site -> site.feeds().stream())
                .map(FeedConfig::spec)
                .toList();
    }

    /** By feed the programme, as registers call it, that it has as it should be on air. */
    public Map<String, String> references() {
        Map<String, String> programmes = new HashMap<>();
        for (SiteConfig site : sites) {
            for (FeedConfig feed : site.feeds()) {
                if (feed.referenceOf() != null) {
                    programmes.put(feed.spec().feed(), feed.referenceOf());
                }
            }
        }
        return programmes;
    }

    /** Where each feed is received. */
    public Places places() {
        return places(sites, timezone);
    }

    static Places places(List<SiteConfig> sites, ZoneId zone) {
        Map<String, Place> byFeed = new HashMap<>();
        for (SiteConfig site : sites) {
            SiteConfig.Region region = site.region();
            for (FeedConfig feed : site.feeds()) {
                byFeed.put(
                        feed.spec().feed(),
                        new Place(
                                site.name(),
                                region.province(),
                                region.city(),
                                region.county(),
                                site.latitudeDeg(),
                                site.longitudeDeg(),
                                zone,
                                feed.calibration()));
            }
        }
        return new Places(byFeed, zone);
    }
}
