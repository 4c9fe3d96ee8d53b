/**
 * Writes I/Q samples as the files that receivers write: raw, WAV and SigMF. May import {@code samples.scenario} and
 * Jackson. Not thread-safe.
 */
@NullMarked
package io.bandwatch.samples.recording;

import org.jspecify.annotations.NullMarked;
