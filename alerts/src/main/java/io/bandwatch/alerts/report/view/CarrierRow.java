package io.bandwatch.alerts.report.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier as it stands in a result. Numbers that are absent are NaN.
 *
 * @param feed id of the feed
 * @param channelHz raster channel, Hz
 * @param slot 0, or more where carriers share a channel
 * @param frequencyHz measured frequency, Hz
 * @param levelDbfs level, dBFS
 * @param snrDb carrier over noise in 200 kHz, dB
 * @param occupiedBandwidthHz 99 % bandwidth, Hz
 * @param presence share of the time on air, 0..1
 * @param verdict word for what explains it
 * @param confidence 0..1
 * @param station id in the register, or null
 * @param heard what it calls itself by radio data, name and PI, or null
 * @param reasons why
 * @param schedule when it usually is on air
 */
public record CarrierRow(
        String feed,
        long channelHz,
        int slot,
        double frequencyHz,
        double levelDbfs,
        double snrDb,
        double occupiedBandwidthHz,
        double presence,
        String verdict,
        double confidence,
        @Nullable String station,
        @Nullable String heard,
        List<ReasonRow> reasons,
        ScheduleRow schedule) {
    private static final String ARTEFACT = "artefact";

    /** Whether it is made by the receiver, so that it counts as no carrier. */
    public boolean artefact() {
        return verdict.equals(ARTEFACT);
    }
}
