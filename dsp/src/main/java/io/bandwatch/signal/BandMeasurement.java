package io.bandwatch.signal;

/**
 * What one frame measured of the whole visible band. Channels and carriers outside {@code lowHz..highHz} were not
 * observed, which is not the same as off air.
 *
 * @param lowHz lowest frequency at which a carrier could have been found, Hz (pass-band edge already taken off)
 * @param highHz highest such frequency, Hz
 * @param carriers carriers found, by rising frequency
 * @param firstChannel raster index of the first channel of the two arrays below
 * @param channelLevelDbfs total power in 200 kHz around each observed channel, dBFS, one per channel
 * @param channelNoiseDbfs estimated noise power in 200 kHz at each observed channel, dBFS, same length
 * @param spectrumStartHz centre of {@code spectrumDbfsPerHz[0]}, Hz
 * @param spectrumStepHz distance of spectrum points, Hz
 * @param spectrumDbfsPerHz power density for pictures, dBFS/Hz, averaged to about 10 kHz a point
 * @param dcDbfs level of the constant component, dBFS, NaN for sweeps
 * @param clippedShare share of samples at full scale, 0..1
 */
public record BandMeasurement(
        double lowHz,
        double highHz,
        CarrierMeasurement[] carriers,
        int firstChannel,
        double[] channelLevelDbfs,
        double[] channelNoiseDbfs,
        double spectrumStartHz,
        double spectrumStepHz,
        float[] spectrumDbfsPerHz,
        double dcDbfs,
        double clippedShare) {
    /** The same band with other carriers. */
    public BandMeasurement with(CarrierMeasurement[] otherCarriers) {
        return new BandMeasurement(
                lowHz,
                highHz,
                otherCarriers,
                firstChannel,
                channelLevelDbfs,
                channelNoiseDbfs,
                spectrumStartHz,
                spectrumStepHz,
                spectrumDbfsPerHz,
                dcDbfs,
                clippedShare);
    }
}
