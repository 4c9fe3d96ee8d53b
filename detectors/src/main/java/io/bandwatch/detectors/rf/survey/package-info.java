/**
 * What one feed looked like as a whole: its spectrum, its waterfall, and the account of its input. Pure; may import
 * {@code io.bandwatch.signal} and {@code io.bandwatch.detectors}.
 */
@NullMarked
package io.bandwatch.detectors.rf.survey;

import org.jspecify.annotations.NullMarked;
