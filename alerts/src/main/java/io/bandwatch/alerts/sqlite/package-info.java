/** Files of SQLite with one writer. The only package that knows its driver. */
@NullMarked
package io.bandwatch.alerts.sqlite;

import org.jspecify.annotations.NullMarked;
