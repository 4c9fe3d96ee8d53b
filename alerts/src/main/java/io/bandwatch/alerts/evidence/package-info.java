/**
 * What is kept of a fault so that people can see and hear it: pictures, sound, and a manifest of them. May import Jackson and
 * the JDK; no AWT.
 */
@NullMarked
package io.bandwatch.alerts.evidence;

import org.jspecify.annotations.NullMarked;
