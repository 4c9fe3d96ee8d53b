/** Takes one service out of a transport stream: its tracks and their units with time stamps. Pure; not thread-safe. */
@NullMarked
package io.bandwatch.ingest.av.demux;

import org.jspecify.annotations.NullMarked;
