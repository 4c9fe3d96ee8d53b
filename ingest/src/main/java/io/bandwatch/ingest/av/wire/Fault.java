package io.bandwatch.ingest.av.wire;

/**
 * What a decoder complains of. A damaged stream seldom causes one.
 *
 * @param track number of the track, or {@link #SERVICE}
 * @param reason for people
 */
public record Fault(int track, String reason) {
    public static final int SERVICE = -1;
}
