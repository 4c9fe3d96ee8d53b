/**
 * A cluster of one process, made for runs that start at once and leave nothing behind. May import Flink. A cluster runs
 * one job and is then closed.
 */
@NullMarked
package io.bandwatch.deploy.cluster;

import org.jspecify.annotations.NullMarked;
