/** The site file: where a recording was made, and what is usual there. */
@NullMarked
package io.bandwatch.deploy.site;

import org.jspecify.annotations.NullMarked;
