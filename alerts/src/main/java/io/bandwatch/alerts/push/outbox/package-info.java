/**
 * Pushes on disk, from the moment that a change of an incident is acknowledged until its receiver has acknowledged it
 * (docs/decisions/0021).
 */
@NullMarked
package io.bandwatch.alerts.push.outbox;

import org.jspecify.annotations.NullMarked;
