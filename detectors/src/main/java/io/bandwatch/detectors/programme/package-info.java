/**
 * What pictures and sound of a service came to over a recording. May import {@code signal}, {@code signal.av},
 * {@code detectors} and {@code detectors.sound}.
 */
@NullMarked
package io.bandwatch.detectors.programme;

import org.jspecify.annotations.NullMarked;
