package io.bandwatch.detectors.rf;

/** What {@link CarrierAssessor} remembers of one place. */
public record AssessorState(double frequencyHz) {}
