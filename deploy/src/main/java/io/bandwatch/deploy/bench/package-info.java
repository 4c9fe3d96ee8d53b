/** Measures throughput on this machine, each figure beside what it is compared with, in one run. */
@NullMarked
package io.bandwatch.deploy.bench;

import org.jspecify.annotations.NullMarked;
