package io.bandwatch.ingest.av.wire;

/**
 * A track of a service.
 *
 * @param number of the track, counted from 0 in the order of the service; a track that changes gets a new one
 * @param kind picture or sound
 * @param pid where it comes in the transport stream; -1 in files
 * @param codec how it is coded
 * @param language ISO 639-2 code as sent, or empty
 * @param undecodable why it is not decoded, for people; empty where it is
 */
public record Track(int number, TrackKind kind, int pid, String codec, String language, String undecodable) {
    /** Whether pictures or sound are to be expected of it. */
    public boolean decodable() {
        return undecodable.isEmpty();
    }
}
