package io.bandwatch.ingest.programme;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;

/** Sees the pictures and the sound of looks as the looks are made, at the times that looks tell. */
public interface Onlooker {
    /** Looks at nothing. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public void picture(Picture picture, long atNs) {
            // seen by the meters alone
        }

        @Override
        public void sound(Sound sound, int begin, int count, long atNs) {
            // heard by the meters alone
        }
    };

    /**
     * A picture.
     *
     * @param atNs since the first picture or sample, ns
     */
    void picture(Picture picture, long atNs);

    /**
     * A part of a piece of sound.
     *
     * @param begin its first sample
     * @param count samples of a channel
     * @param atNs of its first sample, since the first picture or sample, ns
     */
    void sound(Sound sound, int begin, int count, long atNs);
}
