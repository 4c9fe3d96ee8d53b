/**
 * Packets and sections as bytes, and what each packet carries. Written from ISO/IEC 13818-1 and EN 300 468 alone. May import
 * the JDK.
 */
@NullMarked
package io.bandwatch.samples.ts.packet;

import org.jspecify.annotations.NullMarked;
