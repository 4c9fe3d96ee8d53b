/** Which unlicensed carriers carry the programme of a licensed one, at any delay, as their prints say. */
@NullMarked
package io.bandwatch.detectors.content.relays;

import org.jspecify.annotations.NullMarked;
