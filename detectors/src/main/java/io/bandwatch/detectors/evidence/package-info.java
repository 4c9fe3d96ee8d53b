/**
 * What speaks for and against a carrier beside its place in the band: values, gathered by the watch over a feed and
 * weighed by the verdict.
 */
@NullMarked
package io.bandwatch.detectors.evidence;

import org.jspecify.annotations.NullMarked;
