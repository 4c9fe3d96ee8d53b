/**
 * Decoders: the process that turns a service of a transport stream, or a media file, into small pictures and sound. One
 * pipeline a track, so that what is wrong with one leaves the others alone; pictures and sound are pulled out by threads of
 * its own. Everything that GStreamer may call back is held by a field.
 */
@NullMarked
package io.bandwatch.ingest.gst.decode;

import org.jspecify.annotations.NullMarked;
