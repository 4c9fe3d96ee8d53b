/**
 * How something on air stands to what it should be, whether it is heard or seen: phases, evidence, delays, and in which of
 * sound and pictures a difference lies.
 */
@NullMarked
package io.bandwatch.detectors.content.matching;

import org.jspecify.annotations.NullMarked;
