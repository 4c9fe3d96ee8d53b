package io.bandwatch.detectors.rds.application;

/**
 * A piece of RadioText with its meaning (RadioText Plus, IEC 62106-6).
 *
 * @param contentType 1..63, as 1 for a title and 4 for an artist
 * @param text the piece
 */
public record RadioTextTag(int contentType, String text) {}
