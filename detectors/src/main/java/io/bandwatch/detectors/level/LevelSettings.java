package io.bandwatch.detectors.level;

import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of the learned levels.
 *
 * @param part time on air whose mean level is one thing learned. Too short: a fade is learned as if it were a level; too
 *     long: learning takes days
 * @param parts how many are remembered, the latest. Fewer: a station at reduced power is soon taken for usual; more: a new
 *     aerial is told of for days
 * @param leastParts how many must be there before anything is compared. Too few: an evening's propagation is the norm
 * @param outsideDb how far a level may be off, dB. Fixed stations measure field strength to 3 dB above 30 MHz (ITU-R SM.378):
 *     twice that, once for what was learned and once for now, is no error of measurement, and is a transmitter at a quarter
 *     of its power. Too low: the ground freezes, and all stations are out of parameters
 * @param spreads how many standard deviations of its own a level may be off besides: a distant station fades every evening
 * @param hold how long it must be off. Too short: an aeroplane is a fault
 * @param stations how many stations must be learned to know the receiver's own gain from a station's level. Too few: two
 *     stations from one mast take the others for wrong
 */
public record LevelSettings(
        Duration part, int parts, int leastParts, double outsideDb, double spreads, Duration hold, int stations)
        implements Serializable {
    /** Quarters of an hour, of two days, after three hours; 6 dB and four deviations for 60 s; three stations. */
    public static final LevelSettings DEFAULT =
            new LevelSettings(Duration.ofMinutes(15), 192, 12, 6, 4, Duration.ofSeconds(60), 3);
}
