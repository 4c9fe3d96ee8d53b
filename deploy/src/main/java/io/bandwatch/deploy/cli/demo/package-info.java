/** The first thing that a new user sees: bundled scenes replayed, and one of them watched as if it were on air now. */
@NullMarked
package io.bandwatch.deploy.cli.demo;

import org.jspecify.annotations.NullMarked;
