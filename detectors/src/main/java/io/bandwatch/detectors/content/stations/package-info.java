/** Which station a carrier is, as what is heard of it goes on. */
@NullMarked
package io.bandwatch.detectors.content.stations;

import org.jspecify.annotations.NullMarked;
