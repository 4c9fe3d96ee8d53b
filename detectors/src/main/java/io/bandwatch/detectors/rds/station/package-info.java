/**
 * From groups to what a station says of itself (IEC 62106-2): each record takes in the groups that concern it and holds
 * what they said. Only the PI, names and texts make use of corrected blocks, everything else needs its blocks exact. A
 * fact that did not come is null or empty. Immutable values; may import the group and text packages.
 */
@NullMarked
package io.bandwatch.detectors.rds.station;

import org.jspecify.annotations.NullMarked;
