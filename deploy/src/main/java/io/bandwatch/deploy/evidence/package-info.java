/**
 * Evidence of faults of pictures and sound, cut from recordings after the job has found them: raw pictures never cross an edge
 * of the job (docs/decisions/0014).
 */
@NullMarked
package io.bandwatch.deploy.evidence;

import org.jspecify.annotations.NullMarked;
