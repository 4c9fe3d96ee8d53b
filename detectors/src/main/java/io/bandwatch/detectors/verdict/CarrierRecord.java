package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.detectors.schedule.OnAirTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one recording, or one interval of it, says of one carrier. The means are over the time on air.
 *
 * @param feed id of the feed
 * @param interval true for one interval of a series, false for the whole recording
 * @param time begin of the recording or interval
 * @param durationNs length of it, ns
 * @param channelHz raster channel that the carrier was given first, Hz
 * @param slot 0, or more where carriers share a channel
 * @param frequencyHz mean carrier frequency while on air, Hz
 * @param levelDbfs mean level (linear mean) while on air, dBFS
 * @param snrDb mean carrier over noise in 200 kHz (linear means) while on air, dB
 * @param occupiedBandwidthHz mean 99 % bandwidth, Hz, or NaN
 * @param presence share of the time on air, 0..1
 * @param verdict what explains the carrier
 * @param confidence 0..1
 * @param reasons why
 * @param station id in the register, or null
 * @param timeKnown whether {@code time} is real
 * @param modulation what was received of it
 * @param kinds for how long it looked like each kind of modulation
 * @param onAir when it was on air, and is expected; null for an interval
 */
public record CarrierRecord(
        String feed,
        boolean interval,
        Instant time,
        long durationNs,
        long channelHz,
        int slot,
        double frequencyHz,
        double levelDbfs,
        double snrDb,
        double occupiedBandwidthHz,
        double presence,
        Verdict verdict,
        double confidence,
        Reason[] reasons,
        @Nullable String station,
        boolean timeKnown,
        Modulation modulation,
        KindTotals kinds,
        @Nullable OnAirTimes onAir) {}
