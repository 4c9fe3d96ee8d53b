/**
 * Which changes of incidents make a push, and when: a value machine without a clock, {@code (state, change, now) -> (state',
 * pushes, wake-up)}. A <em>rule</em> says who is told; a <em>batch</em> is what waits to be told together; a <em>cover</em> is
 * an incident that explains others, which then are not told one by one. Pure.
 */
@NullMarked
package io.bandwatch.alerts.push.plan;

import org.jspecify.annotations.NullMarked;
