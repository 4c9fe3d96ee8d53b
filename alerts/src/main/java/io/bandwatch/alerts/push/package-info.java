/**
 * What is told to people: a <em>push</em> is one message to one channel about one or more incidents. This package holds its
 * words, which are values; the rules, the outbox and the channels have packages of their own.
 */
@NullMarked
package io.bandwatch.alerts.push;

import org.jspecify.annotations.NullMarked;
