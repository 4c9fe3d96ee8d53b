/**
 * The verdict on a carrier: what a recording says of it, summed up, and what explains it. May import
 * {@code io.bandwatch.signal} and {@code io.bandwatch.detectors}.
 */
@NullMarked
package io.bandwatch.detectors.verdict;

import org.jspecify.annotations.NullMarked;
