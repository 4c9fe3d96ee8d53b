package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.level.LevelSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of the watch.
 *
 * @param absent observed absence after which a carrier that comes on is new. Too short: a fade makes old carriers new; too
 *     long: an opening right after the start of a feed goes unseen
 * @param window span in which so many new carriers are an opening. Too short: a slow opening is a row of pirates; too
 *     long: a night's pirates add up to an opening
 * @param carriers new carriers that make an opening. Too few: two pirates on one timer and a test transmission pass for
 *     one; too many: a small opening sends a car out
 * @param quiet absence of all its carriers after which an opening is over. Too short: fades split it; too long: what
 *     comes after it is not judged
 * @param compareEvery how often programmes are compared. Too rare: a relay is called unlicensed until then; too often:
 *     costs time
 * @param levels how the levels of stations are learned
 * @param restart absence after which a carrier on the same frequency counts as come on again
 */
public record WatchSettings(
        Duration absent,
        Duration window,
        int carriers,
        Duration quiet,
        Duration compareEvery,
        LevelSettings levels,
        Duration restart)
        implements Serializable {
    public static final WatchSettings DEFAULT = new WatchSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            5,
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            LevelSettings.DEFAULT,
            Duration.ofSeconds(3));
}
