package io.bandwatch.deploy.evidence;

import java.time.Instant;

/**
 * An incident that can be seen or heard.
 *
 * @param id of the incident
 * @param kind word for its kind
 * @param feed feed of its service
 * @param serviceId its service
 * @param opened its onset
 */
record Fault(String id, String kind, String feed, int serviceId, Instant opened) {
    /** Whether incidents of a kind can be seen or heard. */
    static boolean isEvident(String kind) {
        return switch (kind) {
            case "video-black",
                    "video-freeze",
                    "video-colour-bars",
                    "video-mosaic",
                    "video-lost",
                    "audio-lost",
                    "silence",
                    "loudness-low",
                    "loudness-high",
                    "mono",
                    "phase-inverted" -> true;
            default -> isOfContent(kind);
        };
    }

    /** Whether incidents of a kind are of something on air that perhaps should not be. */
    static boolean isOfContent(String kind) {
        return switch (kind) {
            case "inserted-content", "programme-mismatch", "known-clip", "looped-content" -> true;
            default -> false;
        };
    }
}
