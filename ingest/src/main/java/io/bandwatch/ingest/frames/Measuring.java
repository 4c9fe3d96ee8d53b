package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.band.BandSettings;
import java.io.Serializable;

/**
 * How recordings are measured.
 *
 * @param deEmphasisS time constant of the sound's de-emphasis, s
 * @param prints whether prints are made of decoded pictures and sound, for those who know content again
 */
public record Measuring(double deEmphasisS, boolean prints) implements Serializable {
    /** The de-emphasis of most of the world, and no prints. */
    public static final Measuring USUAL = new Measuring(BandSettings.DE_EMPHASIS_S, false);

    /** Likewise, with prints. */
    public static final Measuring PRINTS = new Measuring(BandSettings.DE_EMPHASIS_S, true);
}
