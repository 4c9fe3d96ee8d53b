/**
 * An index of what was heard: words of all programmes of the last day and more, in shards by hash, so that each moment that
 * is heard again finds the one before, whatever programme it was in.
 */
@NullMarked
package io.bandwatch.detectors.content.index;

import org.jspecify.annotations.NullMarked;
