/**
 * The live service: feeds, the job, its journal and its store, on this machine, day and night. It stops in order, goes on after a crash,
 * and takes new registers without being started again.
 */
@NullMarked
package io.bandwatch.deploy.monitor;

import org.jspecify.annotations.NullMarked;
