package io.bandwatch.detectors.content.matching;

/** What of a programme is compared. */
public enum Medium {
    /** What is heard. */
    SOUND,
    /** What is seen. */
    PICTURE;

    /** Not this one. */
    public Medium other() {
        return this == SOUND ? PICTURE : SOUND;
    }
}
