/** The parts of the main job that are about content: references, clips, repeats, links, and what is allowed. */
@NullMarked
package io.bandwatch.deploy.content;

import org.jspecify.annotations.NullMarked;
