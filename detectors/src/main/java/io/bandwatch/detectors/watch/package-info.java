/**
 * The watch over one feed: it follows the carriers, holds each against the others, and tells of every one in every look
 * what is known of it. What takes more than one carrier to see is seen here: programmes that are the same, and openings of
 * propagation.
 */
@NullMarked
package io.bandwatch.detectors.watch;

import org.jspecify.annotations.NullMarked;
