/**
 * Alerts that reach the centre over its emergency interface, in the Common Alerting Protocol, and the broadcasts that they allow.
 * May import {@code detectors.content.ledger}, {@code detectors.licences} and {@code detectors.licences.csv}.
 */
@NullMarked
package io.bandwatch.detectors.content.emergency;

import org.jspecify.annotations.NullMarked;
