/** What is left of a sound that it can be known again by: its short-time spectrum in a few bands. */
@NullMarked
package io.bandwatch.dsp.print;

import org.jspecify.annotations.NullMarked;
