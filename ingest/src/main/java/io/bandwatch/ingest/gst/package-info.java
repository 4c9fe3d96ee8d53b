/**
 * What GStreamer reads: SRT, HTTP and HLS. All of it runs in a child process, so that a crash of native code costs a feed a
 * second and not the job. The only package that may import GStreamer's bindings.
 */
@NullMarked
package io.bandwatch.ingest.gst;

import org.jspecify.annotations.NullMarked;
