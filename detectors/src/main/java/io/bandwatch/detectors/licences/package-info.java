/**
 * What is allowed: the register of FM licences, the plan of maintenance, and the judge who says what explains a carrier.
 *
 * <p>An <em>entry</em> is one row of the register; its <em>hours</em> are the hours on air, its <em>validity</em> the
 * days on which the row counts at all. A <em>window</em> is one row of the plan of maintenance. Texts are read whole and
 * nothing is loaded from one with a problem. Pure; may import {@code io.bandwatch.detectors}, {@code signal} and
 * commons-csv. Everything here is immutable, thread-safe and serialisable.
 */
@NullMarked
package io.bandwatch.detectors.licences;

import org.jspecify.annotations.NullMarked;
