/**
 * A result as people read it: read back from JSON Lines, shown as a table, compared with another. May import Jackson and
 * {@code io.bandwatch.alerts.messages}; no Flink. Values are immutable; renderers keep nothing between calls.
 */
@NullMarked
package io.bandwatch.alerts.report.view;

import org.jspecify.annotations.NullMarked;
