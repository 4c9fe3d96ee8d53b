package io.bandwatch.signal.av;

/**
 * What became of a track in a look. Only {@link #DECODED}, {@link #SAMPLED} and {@link #MISSING} speak of the broadcaster: a fault of the
 * stream or of the probe is another matter, and is told by those who watch them.
 */
public enum TrackState {
    /** Its packets came and went through the decoder, whatever the decoder made of them. */
    DECODED,
    /**
     * A part of it was left out. Pictures that need no others were decoded, and those between count as like the one before them;
     * of sound that was left out nothing is known but that it did not look silent.
     */
    SAMPLED,
    /** The stream came, and none of the track's packets. */
    MISSING,
    /** The stream itself brought nothing. */
    NO_STREAM,
    /** The decoder was not there, so that nobody looked. */
    NOT_WATCHED,
    /** No decoder is known for this codec. */
    UNSUPPORTED,
    /** It is scrambled. */
    SCRAMBLED;

    /** Whether the look says something about the programme. */
    public boolean isObserved() {
        return this == DECODED || this == SAMPLED || this == MISSING;
    }
}
