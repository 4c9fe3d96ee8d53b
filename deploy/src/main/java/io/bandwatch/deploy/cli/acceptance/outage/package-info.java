/** The store of time series goes away and comes back, while recordings are replayed and while it is watched live. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.outage;

import org.jspecify.annotations.NullMarked;
