/** The whole live service for half an hour, beside receivers and multiplexes that count what they send: what of it is accounted for, and what grows. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.live;

import org.jspecify.annotations.NullMarked;
