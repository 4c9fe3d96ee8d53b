package io.bandwatch.signal;

import org.jspecify.annotations.Nullable;

/**
 * What one frame measured of one carrier.
 *
 * @param frequencyHz carrier frequency, Hz: mean instantaneous frequency where the samples allow it, else the centroid
 * @param centroidHz power centroid of the carrier's spectrum, Hz
 * @param levelDbfs power of the carrier, noise removed, dBFS (for sweeps: the receiver's own dB)
 * @param snrDb {@code levelDbfs} over the noise in 200 kHz at this frequency, dB
 * @param occupiedBandwidthHz 99 % power bandwidth (ITU-R SM.443, annex 1, beta/2 = 0.5 %), Hz; NaN where the bins are
 *     too wide to tell
 * @param artefacts what of the receiver could explain it, the best explanation first; empty where nothing could
 * @param reception the carrier as an FM emission; absent for sweeps and for carriers too weak to be received
 * @param flatTopHz width of the flat top of its spectrum, as many carriers side by side have one, Hz; 0 where it has none
 */
public record CarrierMeasurement(
        double frequencyHz,
        double centroidHz,
        double levelDbfs,
        double snrDb,
        double occupiedBandwidthHz,
        ArtefactEvidence[] artefacts,
        @Nullable FmReception reception,
        double flatTopHz) {
    /** The same carrier at a frequency that was measured better, Hz. */
    public CarrierMeasurement at(double measuredHz) {
        return new CarrierMeasurement(
                measuredHz, centroidHz, levelDbfs, snrDb, occupiedBandwidthHz, artefacts, reception, flatTopHz);
    }

    /** The same carrier with its reception. */
    public CarrierMeasurement received(@Nullable FmReception received) {
        return new CarrierMeasurement(
                frequencyHz, centroidHz, levelDbfs, snrDb, occupiedBandwidthHz, artefacts, received, flatTopHz);
    }

    /** The same carrier with what could explain it. */
    public CarrierMeasurement explained(ArtefactEvidence[] explanations) {
        return new CarrierMeasurement(
                frequencyHz, centroidHz, levelDbfs, snrDb, occupiedBandwidthHz, explanations, reception, flatTopHz);
    }
}
