/** Known clips: whether a sound of a library is on air, whole or in part, and where in it. */
@NullMarked
package io.bandwatch.detectors.content.clips;

import org.jspecify.annotations.NullMarked;
