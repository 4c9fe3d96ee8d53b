/** Decoders over a long time, and built and taken apart again and again: what they hold on to. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.decoders;

import org.jspecify.annotations.NullMarked;
