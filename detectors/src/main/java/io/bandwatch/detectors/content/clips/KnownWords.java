package io.bandwatch.detectors.content.clips;

import java.io.Serializable;

/** Words that what is heard can be laid beside, one each {@link Clip#STRIDE} steps, in pieces that are numbered. */
public interface KnownWords extends Serializable {
    /** First position of a piece. */
    int start(int clip);

    /** How many words it has. */
    int length(int clip);

    /** The word at a position. */
    long word(int position);
}
