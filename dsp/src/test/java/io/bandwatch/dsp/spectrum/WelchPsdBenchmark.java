package io.bandwatch.dsp.spectrum;

import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.fft.Fft;
import io.bandwatch.signal.BandMeasurement;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Frames of 200 ms a second: the bare transforms, the spectrum, and the whole look at the band. Run by hand. */
@State(Scope.Thread)
public class WelchPsdBenchmark {
    private static final int FFT_SIZE = 8192;

    @Param({"2.4e6", "25e6"})
    public double sampleRateHz;

    private float[] re = {};
    private float[] im = {};
    private float[] interleaved = {};
    private Fft fft = new Fft(FFT_SIZE);
    private BlockSpectra spectra = new BlockSpectra(FFT_SIZE, FFT_SIZE, 1);
    private WelchPsd psd = new WelchPsd(spectra);
    private BandAnalyser analyser = new BandAnalyser(BandSettings.of(2.4e6, 98e6));

    @Setup
    public void fill() {
        BandSettings settings = BandSettings.of(sampleRateHz, 98e6);
        SplittableRandom random = new SplittableRandom(1);
        re = new float[settings.frameSamples()];
        im = new float[settings.frameSamples()];
        for (int i = 0; i < re.length; i++) {
            re[i] = (float) (0.01 * random.nextDouble() - 0.005);
            im[i] = (float) (0.01 * random.nextDouble() - 0.005);
        }
        interleaved = new float[2 * FFT_SIZE];
        fft = new Fft(FFT_SIZE);
        spectra = new BlockSpectra(FFT_SIZE, re.length, 1);
        psd = new WelchPsd(spectra);
        analyser = new BandAnalyser(settings);
    }

    @Benchmark
    public float[] bareTransforms() {
        for (int start = 0; start + FFT_SIZE <= re.length; start += FFT_SIZE) {
            for (int i = 0; i < FFT_SIZE; i++) {
                interleaved[2 * i] = re[start + i];
                interleaved[2 * i + 1] = im[start + i];
            }
            fft.forward(interleaved);
        }
        return interleaved;
    }

    @Benchmark
    public int spectrum() {
        spectra.take(re, im, 0, re.length);
        for (int b = 0; b < spectra.blocks(); b++) {
            spectra.transform(0, b);
        }
        psd.choose();
        for (int p = 0; p < psd.parts(); p++) {
            psd.average(p);
        }
        return psd.looks();
    }

    @Benchmark
    public BandMeasurement wholeFrame() {
        return analyser.analyse(re, im, 0, re.length);
    }
}
