/** The search for bytes that break a reader, half an hour each, guided by coverage. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
