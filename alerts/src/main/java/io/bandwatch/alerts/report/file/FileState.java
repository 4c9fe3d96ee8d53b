package io.bandwatch.alerts.report.file;

/**
 * What a checkpoint holds of a file being written.
 *
 * @param length bytes that were on the disk
 * @param finished whether the end had been written
 * @param kept what was held back for the end, in the form of its writer; empty if nothing is
 */
public record FileState(long length, boolean finished, byte[] kept) {}
