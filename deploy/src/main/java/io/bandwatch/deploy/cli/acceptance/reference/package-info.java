/** Checks against other receivers and transmitters, run as programs of their own. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.reference;

import org.jspecify.annotations.NullMarked;
