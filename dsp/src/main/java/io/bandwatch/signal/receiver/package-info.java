/**
 * What is told of a live receiver beside what it received: samples that came and what became of each, its clock, its health.
 * May import nothing but the JDK.
 */
@NullMarked
package io.bandwatch.signal.receiver;

import org.jspecify.annotations.NullMarked;
