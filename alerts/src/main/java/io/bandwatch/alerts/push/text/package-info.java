/** Pushes in words, in the language of the reader. Pure. */
@NullMarked
package io.bandwatch.alerts.push.text;

import org.jspecify.annotations.NullMarked;
