package io.bandwatch.detectors.rf;

/** What {@link UnlicensedCarrierDetector} remembers of one place. */
public record UnlicensedCarrierState(double frequencyHz) {}
