/**
 * Statements that only many scenes, or long ones, can prove: each is a check that renders its scenes, runs the real
 * replay over them, counts, and leaves a record in {@code docs/acceptance}.
 */
@NullMarked
package io.bandwatch.deploy.cli.acceptance;

import org.jspecify.annotations.NullMarked;
