/**
 * The composition root: the only room that knows all the others.
 *
 * <p>It wires feeds, detectors, incidents and sinks into one job and starts it; nobody imports it.
 */
@NullMarked
package io.bandwatch.deploy;

import org.jspecify.annotations.NullMarked;
