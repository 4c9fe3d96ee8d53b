/**
 * What a service that runs day and night keeps of what it found: a journal of lines, in the order in which they were found, and what
 * stands now, which is read from it; and who knows of which incident. May import Flink, Jackson, {@code io.bandwatch.alerts} and the ledger of evidence.
 */
@NullMarked
package io.bandwatch.alerts.journal;

import org.jspecify.annotations.NullMarked;
