/**
 * Looks into a recording before it is read: what it is, how it is packed, its rate, centre and time, from metadata, file
 * name and options, which must agree. What cannot be used is refused with one line.
 */
@NullMarked
package io.bandwatch.ingest.inspect;

import org.jspecify.annotations.NullMarked;
