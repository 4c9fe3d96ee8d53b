package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.evidence.Opening;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PropagationDetector} remembers of one feed.
 *
 * @param opening the opening that was reported and lasts, or null
 */
public record PropagationState(@Nullable Opening opening) {}
