package io.bandwatch.detectors.verdict;

import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.RfObservation;

/**
 * What was measured of a carrier lately, each look weighted by its length: the plain mean over the first ten seconds (or
 * eight looks, where they are long), an exponential one from then on.
 *
 * @param ns time on air that stands behind it, ns
 * @param frequencyHz mean carrier frequency, Hz
 * @param snrPower mean carrier over noise, linear
 */
public record CarrierMean(long ns, double frequencyHz, double snrPower) {
    public static final CarrierMean NOTHING = new CarrierMean(0, 0, 0);
    /** Longer than a syllable pulls the frequency of a voice carrier, shorter than a transmitter drifts. */
    private static final double SPAN_NS = 10e9;

    private static final double SPAN_LOOKS = 8;

    public CarrierMean with(RfObservation look) {
        long sumNs = ns + look.durationNs();
        double spanNs = Math.max(SPAN_NS, SPAN_LOOKS * look.durationNs());
        double weight = look.durationNs() / Math.min((double) sumNs, spanNs);
        return new CarrierMean(
                sumNs,
                frequencyHz + weight * (look.frequencyHz() - frequencyHz),
                snrPower + weight * (Decibels.toPower(look.snrDb()) - snrPower));
    }

    public double snrDb() {
        return Decibels.ofPower(snrPower);
    }
}
