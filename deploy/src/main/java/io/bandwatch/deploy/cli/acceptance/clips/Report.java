package io.bandwatch.deploy.cli.acceptance.clips;

/**
 * A clip that was told.
 *
 * @param clip its name
 * @param fromS since when, s of the programme
 * @param toS until when
 * @param reportedS when it was told
 * @param clipS which second of the clip was heard at {@code fromS}
 * @param score the most that it had
 */
record Report(String clip, double fromS, double toS, double reportedS, double clipS, double score) {}
