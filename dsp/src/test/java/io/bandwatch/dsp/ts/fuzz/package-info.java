/**
 * What reads a stream must stand any bytes. In a build these tests replay the seeds beside them; with JAZZER_FUZZ=1 and one
 * test named, they look for bytes that break it. {@link io.bandwatch.dsp.ts.fuzz.Seeds} makes the seeds.
 */
@NullMarked
package io.bandwatch.dsp.ts.fuzz;

import org.jspecify.annotations.NullMarked;
