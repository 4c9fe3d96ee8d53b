/**
 * Whether a station is who its register row says. Pure; may import {@code signal}, {@code detectors}, its conditions,
 * licences, rds and verdict.
 */
@NullMarked
package io.bandwatch.detectors.rf.identity;

import org.jspecify.annotations.NullMarked;
