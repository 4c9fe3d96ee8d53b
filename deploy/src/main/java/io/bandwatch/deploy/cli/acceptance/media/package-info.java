/** The check of faults of pictures and sound in generated media. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.media;

import org.jspecify.annotations.NullMarked;
