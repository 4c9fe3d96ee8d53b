package io.bandwatch.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one frame says of one carrier, or of one empty channel. An observed channel yields one in every frame, so that
 * absence is visible; a channel that was not observed yields none.
 *
 * @param feed id of the feed
 * @param channelHz centre of the raster channel that the carrier was given first, Hz
 * @param slot 0, or more where carriers share a channel
 * @param kind measured, or the end of the recording
 * @param recordingStart start of the feed's first look: a slot may be first used long after it
 * @param time start of the look; for the end of a recording, the time after its last sample
 * @param durationNs length of the look, ns; 0 at the end
 * @param timeKnown whether {@code time} is real
 * @param onAir whether the carrier was found in this look; the four measures below are NaN if not
 * @param confirmed whether it was found in most looks of the last second, so that it is no accident
 * @param frequencyHz carrier frequency, Hz
 * @param frequencyUncertaintyHz how far it may be off for want of resolution, Hz: one bin of a sweep, 0 where there were
 *     samples
 * @param levelDbfs carrier level, dBFS
 * @param snrDb carrier over noise in 200 kHz, dB
 * @param occupiedBandwidthHz 99 % bandwidth, Hz, or NaN
 * @param channelLevelDbfs total power in 200 kHz at the channel, dBFS
 * @param channelNoiseDbfs noise power in 200 kHz at the channel, dBFS
 * @param artefacts what of the receiver could explain it, the best explanation first; empty where nothing could
 * @param reception the carrier as an FM emission, if it was received in this look
 * @param flatTopHz width of the flat top of its spectrum, Hz; 0 where it has none
 */
public record RfObservation(
        String feed,
        long channelHz,
        int slot,
        FrameKind kind,
        Instant recordingStart,
        Instant time,
        long durationNs,
        boolean timeKnown,
        boolean onAir,
        boolean confirmed,
        double frequencyHz,
        double frequencyUncertaintyHz,
        double levelDbfs,
        double snrDb,
        double occupiedBandwidthHz,
        double channelLevelDbfs,
        double channelNoiseDbfs,
        ArtefactEvidence[] artefacts,
        @Nullable FmReception reception,
        double flatTopHz) {

    /** The same look, of somebody for whom the carrier in it is none. */
    public RfObservation withoutCarrier() {
        return new RfObservation(
                feed,
                channelHz,
                slot,
                kind,
                recordingStart,
                time,
                durationNs,
                timeKnown,
                false,
                false,
                Double.NaN,
                frequencyUncertaintyHz,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                channelLevelDbfs,
                channelNoiseDbfs,
                ArtefactEvidence.NONE,
                null,
                0);
    }

    /** The instant after the last sample of this look. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }

    /** The carrier's place: feed, channel and slot, the key of every detector of carriers. */
    public String place() {
        return feed + '|' + channelHz + '|' + slot;
    }
}
