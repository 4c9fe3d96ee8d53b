package io.bandwatch.detectors.reception;

import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.sound.SoundFigures;
import org.jspecify.annotations.Nullable;

/**
 * What reception says of a carrier; NaN or null where it says nothing.
 *
 * @param peakDeviationHz deviation that 99.99 % of the samples stay within (ITU-R SM.1268), Hz; NaN below 20 dB C/N
 * @param rmsDeviationHz root of the mean square, noise taken off, Hz; NaN below 20 dB C/N
 * @param mpxPowerDbr power of the multiplex (ITU-R BS.412), dBr; NaN below 20 dB C/N and below 5 s
 * @param mpxWindowS time that it stands for, s
 * @param received whether anything was received: without, {@code pilot} and {@code stereo} say nothing
 * @param narrow whether the narrower channel filter was used most of the time, because of a strong neighbour
 * @param pilot whether there was a pilot most of the time
 * @param pilotDeviationHz its deviation, Hz
 * @param stereo whether the difference channel carried something
 * @param sound its sound
 * @param rds what the station says of itself; null without radio data
 * @param blockErrorRate share of radio data blocks with errors, 0..1
 * @param deviationWindowS time that peak and RMS deviation stand for, s
 * @param deviations histogram of the instantaneous frequency that they are of
 */
public record Modulation(
        double peakDeviationHz,
        double rmsDeviationHz,
        double mpxPowerDbr,
        double mpxWindowS,
        boolean received,
        boolean narrow,
        boolean pilot,
        double pilotDeviationHz,
        boolean stereo,
        SoundFigures sound,
        @Nullable RdsStation rds,
        double blockErrorRate,
        double deviationWindowS,
        DeviationHistogram deviations) {
    /** Below, noise peaks reach farther than the programme's (ITU-R SM.1268, conditions of measurement). */
    static final double LOWEST_DEVIATION_SNR_DB = 20;

    /** Nothing received. */
    public static final Modulation UNKNOWN = new Modulation(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0,
            false,
            false,
            false,
            Double.NaN,
            false,
            SoundFigures.UNKNOWN,
            null,
            Double.NaN,
            0,
            DeviationHistogram.EMPTY);
}
