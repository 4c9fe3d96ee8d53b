/**
 * How a live feed is named: {@code udp://}, {@code rtp://}, {@code srt://}, {@code http(s)://}, {@code exec:} and {@code
 * file:}. Addresses are values; what opens them stands in {@code ingest.live.receive}. May import the JDK alone.
 */
@NullMarked
package io.bandwatch.ingest.live.address;

import org.jspecify.annotations.NullMarked;
