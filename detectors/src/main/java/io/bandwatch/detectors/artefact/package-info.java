/**
 * Judgement of artefacts: whether what the receiver itself would make explains a carrier.
 *
 * <p>The <em>share</em> of a carrier is the part of its power that follows the waveform of others. May import
 * {@code signal} and {@code detectors}; all types are immutable values.
 */
@NullMarked
package io.bandwatch.detectors.artefact;

import org.jspecify.annotations.NullMarked;
