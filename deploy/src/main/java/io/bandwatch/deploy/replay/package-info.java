/**
 * Batch re-analysis of recordings: looks into them, reads register, maintenance and site, runs the job on a local
 * cluster, and draws what was asked for from the result file.
 *
 * <p>Everything that the caller can put right ends in a {@link io.bandwatch.deploy.UnusableInputException} with
 * one line per problem.
 */
@NullMarked
package io.bandwatch.deploy.replay;

import org.jspecify.annotations.NullMarked;
