package io.bandwatch.ingest.av;

/**
 * A decoder process that had to be started again.
 *
 * @param reason what became of it, for people
 * @param pauseMs how long nothing is decoded
 * @param lostBytes of the stream that it had begun with, and that nobody decodes any more
 */
public record Restart(String reason, long pauseMs, long lostBytes) {}
