package io.bandwatch.samples.media;

import java.nio.file.Path;

/**
 * What a scene became.
 *
 * @param recording file to replay
 * @param truth what is in it
 */
public record RenderedMedia(Path recording, Path truth) {}
