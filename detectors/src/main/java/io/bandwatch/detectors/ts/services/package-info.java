/**
 * Is what is in the stream allowed: services against their register, and against what they were. A service is known within
 * its feed by its number (program_number of ISO/IEC 13818-1), which a stream has but once.
 *
 * <p>May import {@code signal}, {@code signal.ts}, {@code detectors}, {@code detectors.condition}, {@code detectors.ts} and
 * {@code detectors.licences.csv}. Everything is an immutable value.
 */
@NullMarked
package io.bandwatch.detectors.ts.services;

import org.jspecify.annotations.NullMarked;
