/**
 * A result as one self-contained page: tables, an inline spectrum, waterfalls; nothing is loaded from anywhere. May import
 * {@code io.bandwatch.alerts.report.view}, {@code io.bandwatch.alerts.evidence}, Jackson and {@code io.bandwatch.detectors.rf.survey}; no Flink, no AWT.
 */
@NullMarked
package io.bandwatch.alerts.report.page;

import org.jspecify.annotations.NullMarked;
