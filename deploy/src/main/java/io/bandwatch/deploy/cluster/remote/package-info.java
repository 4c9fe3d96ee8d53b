/**
 * A Flink cluster elsewhere, asked over the REST interface of its JobManager: what runs there, and one more job. Like the package above it
 * imports Flink and nothing of Bandwatch.
 */
@NullMarked
package io.bandwatch.deploy.cluster.remote;

import org.jspecify.annotations.NullMarked;
