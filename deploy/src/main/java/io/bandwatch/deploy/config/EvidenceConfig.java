package io.bandwatch.deploy.config;

import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is kept so that people can see and hear what an incident was.
 *
 * @param folder folder of rings and of evidence
 * @param before how much before the onset of an incident is kept
 * @param after how much after its report
 * @param ring length of each feed's ring
 * @param ringMostBytes largest size of one feed's ring
 * @param keep how long evidence is kept at least, and then deleted
 * @param mostBytes largest size of all evidence; what comes then is told as missing
 * @param leastFreeBytes neither evidence nor a ring grows where less than this is free on the disk
 */
public record EvidenceConfig(
        Path folder,
        Duration before,
        Duration after,
        Duration ring,
        long ringMostBytes,
        Duration keep,
        long mostBytes,
        long leastFreeBytes) {
    /** Time in which an incident is covered by a checkpoint and noticed, and its clip cut. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private static final Duration USUAL_BEFORE = Duration.ofSeconds(10);
    private static final Duration USUAL_AFTER = Duration.ofSeconds(10);
    private static final Duration USUAL_RING = Duration.ofSeconds(60);
    private static final Duration USUAL_KEEP = Duration.ofDays(180);
    private static final double USUAL_RING_MOST = 2 * 0x1p30;
    private static final double USUAL_MOST = 50 * 0x1p30;
    private static final double USUAL_LEAST_FREE = 2 * 0x1p30;

    /** How much of the raw bytes of each feed is kept. */
    public PrerollSettings preroll() {
        return new PrerollSettings(folder.resolve("rings").toString(), ring, ringMostBytes, leastFreeBytes);
    }

    /** Folder of the evidence itself. */
    public Path bundles() {
        return folder.resolve("incidents");
    }

    /** @param data where the service keeps everything else */
    static EvidenceConfig read(Section keys, Path base, Path data) {
        EvidenceConfig read = new EvidenceConfig(
                keys.has("folder") ? base.resolve(keys.text("folder")).normalize() : data.resolve("evidence"),
                DetectorConfig.duration(keys, "before", USUAL_BEFORE),
                DetectorConfig.duration(keys, "after", USUAL_AFTER),
                DetectorConfig.duration(keys, "ring", USUAL_RING),
                size(keys, "ring-most", USUAL_RING_MOST),
                DetectorConfig.duration(keys, "keep", USUAL_KEEP),
                size(keys, "most", USUAL_MOST),
                size(keys, "least-free", USUAL_LEAST_FREE));
        Duration least = read.before().plus(read.after()).plus(SLACK);
        if (read.ring().compareTo(least) < 0) {
            throw keys.problem(
                    keys.has("ring") ? "ring" : "before",
                    "a ring of " + read.ring().toSeconds() + " s is too short for what is kept before and after;"
                            + " it must be at least " + least.toSeconds() + " s");
        }
        if (read.ringMostBytes() == 0 || read.mostBytes() == 0) {
            throw keys.problem(
                    read.mostBytes() == 0 ? "most" : "ring-most", "must be above 0; leave 'evidence' out to keep none");
        }
        keys.end();
        return read;
    }

    private static long size(Section keys, String key, double otherwise) {
        double bytes = keys.quantity(key, Quantity.SIZE, otherwise);
        if (!(bytes >= 0)) {
            throw keys.problem(key, "must not be below 0");
        }
        return Math.round(bytes);
    }
}
