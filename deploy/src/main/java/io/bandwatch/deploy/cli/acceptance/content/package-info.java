/** Whether inserted content is found, over hours of real music and speech. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.content;

import org.jspecify.annotations.NullMarked;
