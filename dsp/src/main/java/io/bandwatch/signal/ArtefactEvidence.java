package io.bandwatch.signal;

/**
 * How far something else that is received at the same time would explain a carrier, by its waveform. What is to be made of
 * it is for a detector to say. The shares of a carrier's products and image add up; a distortion and a splatter stand each for
 * itself. One that explains nothing says that it was tested.
 *
 * @param kind what the carrier would be
 * @param sourceHz carriers that it would come from, Hz: of a product {@code 2a - b} those are a, b, of {@code a + b - c}
 *     a, b, c; of a distortion the strongest in the band; of an image or a splatter the one; none where
 *     nothing could make it
 * @param explainedShare share of the carrier's power, noise taken off, that follows the waveform of the sources, 0..1
 * @param wholeShare share that would be explained if the carrier were nothing else, at the C/N of the carrier and its
 *     sources, 0..1
 * @param residualSnrDb what is left of the carrier when this part is taken away, and those of other products and images
 *     that were taken away before it, over noise in 200 kHz, dB; the least of a carrier's is what nothing explains
 */
public record ArtefactEvidence(
        Kind kind, double[] sourceHz, double explainedShare, double wholeShare, double residualSnrDb) {

    /** What a receiver makes of strong signals. */
    public enum Kind {
        /** Third-order product of two or three carriers. */
        PRODUCT,
        /** All that the receiver's bend makes of the rest of the band at once, to the ninth order. */
        DISTORTION,
        /** Mirror about the centre frequency by unequal I and Q branches. */
        IMAGE,
        /** What a strong neighbour spreads beyond its channel. */
        SPLATTER
    }

    /** Nothing was tested. */
    public static final ArtefactEvidence[] NONE = {};

    /** It was tested, and nothing received at the same time could make it. */
    public static ArtefactEvidence[] nothingCould() {
        return new ArtefactEvidence[] {
            new ArtefactEvidence(Kind.PRODUCT, new double[0], 0.0, 1.0, Double.POSITIVE_INFINITY)
        };
    }
}
