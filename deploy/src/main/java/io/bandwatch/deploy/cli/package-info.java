/**
 * The commands: one class per verb, options in, exit code out.
 *
 * <p>Results go to stdout, everything else to stderr. Exit codes: 0 finished, 1 internal failure, 2 usage, configuration
 * or input that cannot be used (one line: what, where, remedy), 3 a condition the caller asked for was met. This is the
 * only package besides {@code samples} that may import {@code samples}.
 */
@NullMarked
package io.bandwatch.deploy.cli;

import org.jspecify.annotations.NullMarked;
