/** What each picture and each piece of sound takes of GStreamer and of the system, called directly: through the bindings it would cost as much as decoding does. */
@NullMarked
package io.bandwatch.ingest.gst.direct;

import org.jspecify.annotations.NullMarked;
