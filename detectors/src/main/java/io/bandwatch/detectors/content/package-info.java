/** Whether what is on air is what should be: prints of sound, and where they differ from those of a reference. */
@NullMarked
package io.bandwatch.detectors.content;

import org.jspecify.annotations.NullMarked;
