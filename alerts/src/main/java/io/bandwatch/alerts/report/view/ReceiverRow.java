package io.bandwatch.alerts.report.view;

/**
 * A live receiver as its last record tells. Numbers that are absent are NaN.
 *
 * @param feed id of the feed
 * @param until end of the interval, RFC 3339
 * @param unheardS time of the interval in which nothing came, s
 * @param openings times it was connected or started
 * @param receivedSamples samples that came since it was begun
 * @param droppedShare share of them that this machine had no time for, 0..1
 * @param driftPpm by how much its clock is fast, 1e-6
 * @param revisitS of one that goes from place to place, the time until it is back, s
 */
public record ReceiverRow(
        String feed,
        String until,
        double unheardS,
        long openings,
        long receivedSamples,
        double droppedShare,
        double driftPpm,
        double revisitS) {}
