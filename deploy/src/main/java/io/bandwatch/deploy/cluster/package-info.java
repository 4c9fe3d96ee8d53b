/**
 * Flink on this machine: one bounded job in one small cluster inside this process.
 *
 * <p>The cluster is started for one job, listens on loopback alone, keeps its files in one folder and takes that folder
 * away with it. A <em>checkpoint folder</em> outlives it: what an interrupted run left there, the next one resumes. This
 * package imports Flink and nothing of Bandwatch; it knows no job in particular.
 */
@NullMarked
package io.bandwatch.deploy.cluster;

import org.jspecify.annotations.NullMarked;
