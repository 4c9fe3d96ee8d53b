package io.bandwatch.alerts.push;

import io.bandwatch.detectors.verdict.CarrierRecord;

/**
 * What was measured last of the carrier that an incident is about.
 *
 * @param frequencyHz carrier frequency, Hz
 * @param levelDbfs level, dBFS
 * @param confidence of the verdict, 0..1
 */
public record CarrierFacts(double frequencyHz, double levelDbfs, double confidence) {
    /** Those of a record. */
    public static CarrierFacts of(CarrierRecord carrier) {
        return new CarrierFacts(carrier.frequencyHz(), carrier.levelDbfs(), carrier.confidence());
    }
}
