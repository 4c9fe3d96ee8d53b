/**
 * The texts that people read, in their language. May import {@code io.bandwatch.detectors}; no I/O beyond the class path.
 */
@NullMarked
package io.bandwatch.alerts.messages;

import org.jspecify.annotations.NullMarked;
