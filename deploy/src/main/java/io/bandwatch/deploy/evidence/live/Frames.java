package io.bandwatch.deploy.evidence.live;

import java.io.IOException;
import java.time.Instant;

/** Frames that looks were made of, each with its lead-in, in order. */
interface Frames {
    /** Takes frames. */
    interface Taker {
        /**
         * A frame, as {@link io.bandwatch.dsp.band.BandAnalyser#analyse} takes it.
         *
         * @param from time of its first sample
         * @param to time behind its last
         */
        void take(Instant from, Instant to, float[] re, float[] im, int lead, int count);
    }

    /** Goes through all that are long enough to be measured. */
    void goThrough(Taker taker) throws IOException;

    /** Time behind the last of them. */
    Instant end();
}
