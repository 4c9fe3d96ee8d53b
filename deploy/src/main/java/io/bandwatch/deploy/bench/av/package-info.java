/** What pictures and sound of services cost, beside ffmpeg with filters that look for the same. */
@NullMarked
package io.bandwatch.deploy.bench.av;

import org.jspecify.annotations.NullMarked;
