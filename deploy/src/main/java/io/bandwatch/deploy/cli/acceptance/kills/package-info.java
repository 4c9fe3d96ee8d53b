/** The whole live service killed again and again, and what became of what it had recorded and told. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.kills;

import org.jspecify.annotations.NullMarked;
