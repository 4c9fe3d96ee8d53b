package io.bandwatch.detectors.rf.survey;

import java.time.Instant;

/**
 * What a feed heard of each channel of the raster in an interval. The arrays have a place for each channel, NaN where it was
 * not observed.
 *
 * @param feed id of the feed
 * @param time begin of the interval
 * @param durationNs its length, ns
 * @param unheardNs time of it in which nothing came, ns
 * @param clippedShare highest share of samples at full scale in a look, 0..1
 * @param levelDbfs mean power (linear mean) in 200 kHz, dBFS
 * @param noiseDbfs mean of the noise there, dBFS
 * @param occupancy share of the time observed in which a carrier was found whose nearest channel it is, 0..1 (as channel
 *     occupancy of ITU-R SM.1880, with the finder's threshold)
 */
public record BandRecord(
        String feed,
        Instant time,
        long durationNs,
        long unheardNs,
        double clippedShare,
        double[] levelDbfs,
        double[] noiseDbfs,
        double[] occupancy) {}
