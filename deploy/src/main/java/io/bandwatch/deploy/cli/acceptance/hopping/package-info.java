/** How well a receiver that goes from place to place through the band finds what is there for half a minute. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.hopping;

import org.jspecify.annotations.NullMarked;
