package io.bandwatch.dsp.audio;

/** The channels of a sound as listeners hear them together. */
interface WeightedSound {
    /** K-weighted mean squares of all channels from one sample to another, added up as they count. */
    double meanSquare(int begin, int end);

    /** Largest magnitude of any channel. */
    double truePeak(int from, int to);
}
