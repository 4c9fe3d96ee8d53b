/**
 * From timed soft bits to groups: a <em>block</em> is 26 bits (16 of information, 10 of check), a <em>group</em> is four
 * blocks, told apart by the <em>offset word</em> added to the check bits (IEC 62106-2). Knows nothing of what groups mean.
 * Pure values and one worker that lives for one call; may import the JDK only.
 */
@NullMarked
package io.bandwatch.detectors.rds.sync;

import org.jspecify.annotations.NullMarked;
