package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.programme.Prints;
import java.io.Serializable;

/**
 * How recordings are measured.
 *
 * @param deEmphasisS time constant of the sound's de-emphasis, s
 * @param prints of which decoded content prints are made
 */
public record Measuring(double deEmphasisS, Prints prints) implements Serializable {
    /** The de-emphasis of most of the world, and prints of sound. */
    public static final Measuring USUAL = new Measuring(BandSettings.DE_EMPHASIS_S, Prints.SOUND);
}
