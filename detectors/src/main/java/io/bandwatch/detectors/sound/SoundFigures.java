package io.bandwatch.detectors.sound;

/**
 * What the sound of a carrier came to; NaN where nothing is known. Full scale is 75 kHz of deviation, as in
 * {@link io.bandwatch.signal.AudioMeasurement}.
 *
 * @param levelDbfs level of the sum channel
 * @param loudnessLufs integrated loudness, gated (ITU-R BS.1770-4, annex 1); NaN where all is below -70 LUFS
 * @param momentaryMaxLufs loudest 0.4 s
 * @param shortTermMaxLufs loudest 3 s
 * @param loudnessRangeLu how far loudness spreads (EBU Tech 3342); NaN of less than half a minute
 * @param truePeakDbfs largest magnitude of left and right, between samples too (annex 2)
 * @param correlation correlation of left and right, noise taken off; NaN without pilot
 * @param silenceShare share of the blocks of 50 ms that were silent or not to be told from noise, 0..1
 */
public record SoundFigures(
        double levelDbfs,
        double loudnessLufs,
        double momentaryMaxLufs,
        double shortTermMaxLufs,
        double loudnessRangeLu,
        double truePeakDbfs,
        double correlation,
        double silenceShare) {
    /** Nothing heard. */
    public static final SoundFigures UNKNOWN = new SoundFigures(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
