package io.bandwatch.detectors.level;

/**
 * A station's level is not its own.
 *
 * @param offDb how far it is off, with what all stations have in common taken off, dB
 * @param allowedDb how far it may be, dB
 * @param learnedH how long its level was learned, h
 */
public record LevelShift(double offDb, double allowedDb, double learnedH) {}
