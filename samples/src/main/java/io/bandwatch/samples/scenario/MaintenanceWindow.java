package io.bandwatch.samples.scenario;

/**
 * One row of the plan of maintenance.
 *
 * @param station id of the carrier
 * @param fromS start, seconds from the first sample
 * @param toS end, likewise
 * @param approval number of the approval; empty excuses nothing
 * @param reason why
 */
public record MaintenanceWindow(String station, double fromS, double toS, String approval, String reason) {}
