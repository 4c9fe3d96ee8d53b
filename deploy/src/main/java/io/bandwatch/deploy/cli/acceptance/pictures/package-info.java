/** Insertions into the pictures of a programme, with and without its sound: what is told of them. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.pictures;

import org.jspecify.annotations.NullMarked;
