/** Whether loops, repeats and links are found in days of real sound of which it is known what was heard before. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.repeats;

import org.jspecify.annotations.NullMarked;
