/** Verbs of the live service: on this machine, on a Flink cluster, and its page beside one. */
@NullMarked
package io.bandwatch.deploy.cli.service;

import org.jspecify.annotations.NullMarked;
