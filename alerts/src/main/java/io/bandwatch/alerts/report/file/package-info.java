/**
 * Files of lines, written exactly once by one writer: a checkpoint holds how long the file was and what was held back, a restart
 * cuts it there. Knows no record in particular. May import Flink.
 */
@NullMarked
package io.bandwatch.alerts.report.file;

import org.jspecify.annotations.NullMarked;
