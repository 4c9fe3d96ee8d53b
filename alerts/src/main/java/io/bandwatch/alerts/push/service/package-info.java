/** The pushes of a running service: changes of incidents in, messages out, nothing lost between. Thread-safe. */
@NullMarked
package io.bandwatch.alerts.push.service;

import org.jspecify.annotations.NullMarked;
