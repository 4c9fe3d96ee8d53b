/** Ways to people: each channel sends a push in the form that its receiver documents. The only package that knows them. */
@NullMarked
package io.bandwatch.alerts.push.channel;

import org.jspecify.annotations.NullMarked;
