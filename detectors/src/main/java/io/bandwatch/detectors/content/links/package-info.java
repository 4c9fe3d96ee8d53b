/** Which unlicensed carriers belong together: those that share a programme, at any delay, or a timer. */
@NullMarked
package io.bandwatch.detectors.content.links;

import org.jspecify.annotations.NullMarked;
