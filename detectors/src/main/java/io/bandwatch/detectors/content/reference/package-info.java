/** Whether what is on air is what a reference has: where it differs, and in what. */
@NullMarked
package io.bandwatch.detectors.content.reference;

import org.jspecify.annotations.NullMarked;
