/** What was on air before: stretches of a programme that were heard earlier, in it or in another one, and loops of them. */
@NullMarked
package io.bandwatch.detectors.content.repeats;

import org.jspecify.annotations.NullMarked;
