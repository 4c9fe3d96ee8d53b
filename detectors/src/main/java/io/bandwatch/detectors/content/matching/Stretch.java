package io.bandwatch.detectors.content.matching;

/**
 * Where prints are compared.
 *
 * @param from first step
 * @param before step behind the last one
 */
public record Stretch(long from, long before) {}
