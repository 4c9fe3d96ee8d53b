package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.ContentLook;
import java.time.Instant;

/**
 * What is heard of a programme in one place.
 *
 * @param programme what registers call it
 * @param look what is heard
 */
public record PeerLook(String programme, ContentLook look) {
    /** Start of the look. */
    public Instant time() {
        return look.time();
    }

    /** The order of looks that begin together: what is allowed comes first, and what should be on air. */
    public static int order(PeerLook one, PeerLook other) {
        return ContentLook.order(one.look(), other.look());
    }
}
