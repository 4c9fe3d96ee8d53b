package io.bandwatch.detectors.rf;

/** What {@link CarrierLostDetector} remembers of one place. */
public record CarrierLostState(double frequencyHz) {}
