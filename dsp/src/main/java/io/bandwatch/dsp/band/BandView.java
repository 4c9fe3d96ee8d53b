package io.bandwatch.dsp.band;

import io.bandwatch.dsp.spectrum.Spectrum;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FrequencyRange;

/**
 * The part of the band that a spectrum shows: which channels of the raster were observed, and where a carrier could have
 * been found. A channel counts as observed when its middle 120 kHz are visible: nine tenths of a station's power.
 *
 * @param lowHz lowest frequency at which a carrier is reported, Hz
 * @param highHz highest such frequency, Hz
 * @param firstChannel raster index of the first observed channel
 * @param channels how many were observed, at least 1
 */
record BandView(double lowHz, double highHz, int firstChannel, int channels) {
    private static final double VISIBLE_HALF_HZ = 60e3;
    private static final double CHANNEL_HALF_HZ = 100e3;
    private static final double PICTURE_STEP_HZ = 10e3;
    private static final double QUIETEST_DENSITY = 1e-30;

    /** What the bins show of the band. */
    static BandView of(FrequencyRange band, double lowestHz, double highestHz) {
        ChannelRaster raster = ChannelRaster.FM;
        double lowHz = Math.max(band.lowHz(), lowestHz + VISIBLE_HALF_HZ);
        double highHz = Math.min(band.highHz(), highestHz - VISIBLE_HALF_HZ);
        int first = Math.max(0, (int) Math.ceil((lowHz - raster.firstHz()) / raster.stepHz() - 1e-6));
        int last = Math.min(raster.count() - 1, (int) Math.floor((highHz - raster.firstHz()) / raster.stepHz() + 1e-6));
        if (last < first) {
            throw new IllegalArgumentException("no channel of the band " + band.lowHz() + " to " + band.highHz()
                    + " Hz is visible between " + lowestHz + " and " + highestHz
                    + " Hz; correct the frequencies of the recording, or give another band");
        }
        double half = 0.5 * raster.stepHz();
        return new BandView(raster.centerHz(first) - half, raster.centerHz(last) + half, first, last - first + 1);
    }

    /** Whether a carrier there is reported. */
    boolean shows(double frequencyHz) {
        return frequencyHz >= lowHz && frequencyHz <= highHz;
    }

    /** Puts together what was measured. */
    BandMeasurement measurement(
            Spectrum spectrum, double[] floor, CarrierMeasurement[] carriers, double dcDbfs, double clippedShare) {
        double[] level = new double[channels];
        double[] noise = new double[channels];
        for (int c = 0; c < channels; c++) {
            double centerHz = ChannelRaster.FM.centerHz(firstChannel + c);
            level[c] = Decibels.ofPower(inChannel(spectrum, spectrum.power(), centerHz));
            noise[c] = Decibels.ofPower(inChannel(spectrum, floor, centerHz));
        }
        int group = Math.max(1, (int) Math.round(PICTURE_STEP_HZ / spectrum.stepHz()));
        return new BandMeasurement(
                lowHz,
                highHz,
                carriers,
                firstChannel,
                level,
                noise,
                spectrum.frequencyHz(0.5 * (group - 1)),
                group * spectrum.stepHz(),
                picture(spectrum, group),
                dcDbfs,
                clippedShare);
    }

    /** Power in 200 kHz around a frequency; where the spectrum ends before, that of the visible part in proportion. */
    private static double inChannel(Spectrum spectrum, double[] power, double centerHz) {
        int middle = Math.min(Math.max((int) Math.rint(spectrum.bin(centerHz)), 0), power.length - 1);
        int half = (int) Math.round(CHANNEL_HALF_HZ / spectrum.stepHz() - 0.5);
        int from = Math.max(0, middle - half);
        int to = Math.min(power.length, middle + half + 1);
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += power[i];
        }
        return Math.max(sum / (to - from), QUIETEST_DENSITY) * 2.0 * CHANNEL_HALF_HZ / spectrum.stepHz();
    }

    private static float[] picture(Spectrum spectrum, int group) {
        float[] picture = new float[spectrum.bins() / group];
        for (int p = 0; p < picture.length; p++) {
            double sum = 0.0;
            for (int i = p * group; i < (p + 1) * group; i++) {
                sum += spectrum.power()[i];
            }
            picture[p] = (float) Decibels.ofPower(Math.max(sum / (group * spectrum.stepHz()), QUIETEST_DENSITY));
        }
        return picture;
    }
}
