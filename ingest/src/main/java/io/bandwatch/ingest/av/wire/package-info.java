/**
 * What a decoder process and the job say to each other over pipes: messages of bounded length, big-endian, with a version at
 * the beginning. A message that breaks the rules ends the conversation, for the job as for the process.
 */
@NullMarked
package io.bandwatch.ingest.av.wire;

import org.jspecify.annotations.NullMarked;
