/**
 * What is kept of an incident so that people can see and hear it: samples, pictures, sound, a manifest of them, and the ledger of what
 * became of it. May import {@code detectors.rf.survey}, Jackson and the JDK; no AWT.
 */
@NullMarked
package io.bandwatch.alerts.evidence;

import org.jspecify.annotations.NullMarked;
