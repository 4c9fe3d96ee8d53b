package io.bandwatch.ingest.live.preroll;

import java.time.Instant;

/**
 * The bytes that one look was made of.
 *
 * @param number counts the looks of a feed that had bytes; a number that is missing is a look that was not kept
 * @param continues whether its bytes go on where those of the look before ended
 * @param centerHz frequency that the receiver was tuned to, Hz; 0 for a transport stream
 * @param from time of its first byte
 * @param to time behind its last
 * @param bytes as they came: whole samples, or bytes of a transport stream
 */
record RawLook(long number, boolean continues, long centerHz, Instant from, Instant to, byte[] bytes) {}
