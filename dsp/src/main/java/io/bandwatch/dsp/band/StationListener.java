package io.bandwatch.dsp.band;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.fm.ReceivedSound;

/**
 * Lets a person, or another program, hear one station: the sound that {@link BandAnalyser} measures, by the same filters.
 * Not thread-safe.
 */
public final class StationListener {
    private final double frequencyHz;
    private final BlockSpectra spectra;
    private final Reception reception;

    /**
     * A listener.
     *
     * @param frequencyHz carrier frequency of the station, Hz
     */
    public StationListener(BandSettings settings, double frequencyHz) {
        this.frequencyHz = frequencyHz;
        int size = BandAnalyser.blockSize(settings.sampleRateHz());
        this.spectra = new BlockSpectra(size, settings.leadSamples() + settings.frameSamples(), 1);
        this.reception = new Reception(settings, spectra, Workers.ALONE);
    }

    /**
     * Hears one frame.
     *
     * @param re in-phase samples, full scale 1.0: the lead-in, then the frame
     * @param im quadrature samples, same length
     * @param lead samples of the lead-in
     * @param count samples of the frame
     */
    public ReceivedSound hear(float[] re, float[] im, int lead, int count) {
        spectra.take(re, im, lead, count);
        for (int block = 0; block < spectra.blocks(); block++) {
            spectra.transform(0, block);
        }
        return reception.hear(frequencyHz, lead, count);
    }
}
