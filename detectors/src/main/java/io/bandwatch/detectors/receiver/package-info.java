/**
 * Whether a live receiver can be trusted: whether it brings anything, whether what it brings are samples, and whether its aerial is
 * still there. What a receiver that cannot be trusted does not hear is unknown, and no fault of a broadcaster. May import
 * {@code signal} and the vocabulary of {@code detectors}.
 */
@NullMarked
package io.bandwatch.detectors.receiver;

import org.jspecify.annotations.NullMarked;
