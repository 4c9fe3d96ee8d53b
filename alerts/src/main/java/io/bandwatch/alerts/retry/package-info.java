/** When to try again. Pure. */
@NullMarked
package io.bandwatch.alerts.retry;

import org.jspecify.annotations.NullMarked;
