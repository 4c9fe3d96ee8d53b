/**
 * What the configuration says of pushes: channels, rules, places. Values, checked when they are made; secrets are named here,
 * never held. Pure but for reading the secrets where the service starts.
 */
@NullMarked
package io.bandwatch.alerts.push.settings;

import org.jspecify.annotations.NullMarked;
