/** Pictures and sound of live services: decoded beside the measuring of their stream, some seconds later. */
@NullMarked
package io.bandwatch.ingest.live.services;

import org.jspecify.annotations.NullMarked;
