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
    /** Whether incidents of a kind are of pictures or sound. */
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
                    "loudness-high" -> true;
            default -> false;
        };
    }
}
