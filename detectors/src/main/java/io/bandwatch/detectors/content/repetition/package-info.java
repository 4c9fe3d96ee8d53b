/** What of a programme was new over a day, and with whom it shared the rest: a record, about which nobody is called. */
@NullMarked
package io.bandwatch.detectors.content.repetition;

import org.jspecify.annotations.NullMarked;
