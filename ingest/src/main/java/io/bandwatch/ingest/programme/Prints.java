package io.bandwatch.ingest.programme;

import io.bandwatch.ingest.DecodingDepth;

/** Of what prints are made, for those who know content again. */
public enum Prints {
    NONE,
    /** Of sound. */
    SOUND,
    /** Of sound and pictures. */
    ALL;

    /** What is usual: of sound, unless it is decoded in stretches, of which nothing can be known again. */
    public static Prints usual(DecodingDepth depth) {
        return depth == DecodingDepth.SAMPLES ? NONE : SOUND;
    }

    boolean ofSound() {
        return this != NONE;
    }

    boolean ofPictures() {
        return this == ALL;
    }
}
