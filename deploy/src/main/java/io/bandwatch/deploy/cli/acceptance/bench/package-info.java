/** What acceptance checks are, and the bench on which they render scenes and replay them. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.bench;

import org.jspecify.annotations.NullMarked;
