package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The seconds of receivers and carriers in a journal that tells each second, beside those in the store, and minutes beside their seconds.
 *
 * @param told seconds in the journal
 * @param stored seconds in the store
 * @param inOne seconds that are only in one of the two: series, and ms since 1970
 * @param minutes minutes of feeds in the store
 * @param minutesThatDiffer those which are not the sum of their seconds
 */
public record Seconds(long told, long stored, Set<String> inOne, long minutes, long minutesThatDiffer) {
    private static final double HZ_PER_MHZ = 1e6;
    private static final long MS_PER_MINUTE = 60_000;
    private static final double ROUNDED_S = 1e-6;
    private static final int SHOWN = 20;

    /** Reads both. */
    public static Seconds of(Path journal, TimeSeries series) throws IOException {
        Set<String> told = told(journal);
        Set<String> stored = new TreeSet<>();
        series.values("receiver_1s", "received_samples")
                .forEach((feed, points) -> points.keySet().forEach(ms -> add(stored, "receiver " + feed + ' ' + ms)));
        // tags: channel, feed, slot, which records do not tell
        series.values("carrier_1s", "on_air_s").forEach((tags, points) -> points.keySet()
                .forEach(ms -> add(stored, "carrier " + tags.substring(0, tags.lastIndexOf(' ')) + ' ' + ms)));
        Set<String> inOne = new TreeSet<>(told);
        inOne.addAll(stored);
        inOne.removeIf(second -> told.contains(second) && stored.contains(second));
        long minutes = 0;
        long differing = 0;
        for (String field : new String[] {"heard_s", "unheard_s"}) {
            Map<String, SortedMap<Long, Double>> seconds = series.values("feed_1s", field);
            for (var feed : series.values("feed_1m", field).entrySet()) {
                SortedMap<Long, Double> ofFeed = seconds.getOrDefault(feed.getKey(), Collections.emptySortedMap());
                minutes += feed.getValue().size();
                differing += feed.getValue().entrySet().stream()
                        .filter(minute -> Math.abs(minute.getValue() - sum(ofFeed, minute.getKey())) > ROUNDED_S)
                        .count();
            }
        }
        return new Seconds(told.size(), stored.size(), inOne, minutes, differing);
    }

    private static double sum(SortedMap<Long, Double> seconds, long minuteMs) {
        return seconds.subMap(minuteMs, minuteMs + MS_PER_MINUTE).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** What is there twice counts twice. */
    private static void add(Set<String> seconds, String second) {
        String each = second;
        while (!seconds.add(each)) {
            each += " again";
        }
    }

    private static Set<String> told(Path journal) throws IOException {
        Set<String> seconds = new TreeSet<>();
        for (JsonNode line : Journal.whole(journal)) {
            String feed = line.path("feed").asText();
            if (line.path("type").asText().equals("receiver")) {
                add(seconds, "receiver " + feed + ' ' + ms(line));
            } else if (line.path("type").asText().equals("carrier")
                    && line.path("interval").asBoolean()) {
                double mhz = line.path("channel_hz").asLong() / HZ_PER_MHZ;
                add(seconds, String.format(Locale.ROOT, "carrier %05.1f %s %d", mhz, feed, ms(line)));
            }
        }
        return seconds;
    }

    private static long ms(JsonNode line) {
        return Instant.parse(line.path("time").asText()).toEpochMilli();
    }

    /** Whether both have the same. */
    public boolean agree() {
        return told > 0 && inOne.isEmpty() && minutesThatDiffer == 0;
    }

    /** Puts them among other figures. */
    public void put(ObjectNode figures) {
        figures.put("seconds_in_journal", told)
                .put("seconds_in_store", stored)
                .put("seconds_in_one_only", inOne.size());
        inOne.stream().limit(SHOWN).forEach(figures.putArray("such_as")::add);
        figures.put("minutes_in_store", minutes).put("minutes_that_differ", minutesThatDiffer);
    }
}
