package io.bandwatch.dsp.band;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.ArrayList;
import java.util.List;

/** Frames of a synthetic band, measured one after the other. */
final class Scene {
    static final double CENTER_HZ = 98.0e6;
    static final double RATE_HZ = 2.4e6;

    /** Four poles more leave 35/128 of the power of noise through one: the integral of (1 + f^2)^-5 over that of ^-1. */
    private static final double POLES_GAIN = Math.sqrt(128.0 / 35.0);

    private final BandAnalyser analyser;
    private final WidebandStream stream;
    private final float[] re;
    private final float[] im;
    private final int frameSamples;
    private int lead;

    Scene(double rateHz, double centerHz, FloorShape floor, List<Transmission> emissions, long seed) {
        this(Workers.ALONE, rateHz, centerHz, floor, emissions, seed);
    }

    private Scene(
            Workers workers,
            double rateHz,
            double centerHz,
            FloorShape floor,
            List<Transmission> emissions,
            long seed) {
        BandSettings settings = BandSettings.of(rateHz, centerHz);
        this.analyser = new BandAnalyser(settings, workers);
        this.stream = new WidebandStream(rateHz, centerHz, floor, emissions, seed);
        this.frameSamples = settings.frameSamples();
        this.re = new float[settings.leadSamples() + frameSamples];
        this.im = new float[settings.leadSamples() + frameSamples];
    }

    static Scene of(FloorShape floor, Transmission... emissions) {
        return new Scene(RATE_HZ, CENTER_HZ, floor, List.of(emissions), 1);
    }

    static Scene by(Workers workers, FloorShape floor, Transmission... emissions) {
        return new Scene(workers, RATE_HZ, CENTER_HZ, floor, List.of(emissions), 1);
    }

    /**
     * Programme as busy as a station's: noise with an RMS deviation of 20 kHz, cut off above 15 kHz as a transmitter
     * must. Noise through one pole alone would leave skirts of -33 dB two channels away, louder than the noise floor
     * beside a strong station.
     */
    static Multiplex.Source programme(long seed) {
        return programme(seed, 20e3);
    }

    /** The same with another RMS deviation, Hz. */
    static Multiplex.Source programme(long seed, double rmsHz) {
        return rate -> {
            Multiplex noise = Multiplex.noise(seed, POLES_GAIN * rmsHz, 15e3).open(rate);
            double keep = Math.exp(-2.0 * Math.PI * 15e3 / rate);
            double[] state = new double[4];
            return (deviationHz, count) -> {
                noise.read(deviationHz, count);
                for (int i = 0; i < count; i++) {
                    double value = deviationHz[i];
                    for (int pole = 0; pole < state.length; pole++) {
                        state[pole] = keep * state[pole] + (1.0 - keep) * value;
                        value = state[pole];
                    }
                    deviationHz[i] = (float) value;
                }
            };
        };
    }

    /**
     * A vowel as a microphone hears it: half-sine pulses of a tenth of the period, at a pitch that sways by a sixth three
     * times a second, without constant component.
     */
    static Multiplex.Source voice(double pitchHz, double peakHz) {
        double width = 0.1;
        return rate -> {
            double[] period = new double[1];
            long[] sample = new long[1];
            return (deviationHz, count) -> {
                for (int i = 0; i < count; i++) {
                    double pitch = pitchHz * (1.0 + Math.sin(2.0 * Math.PI * 3.0 * sample[0]++ / rate) / 6.0);
                    period[0] = (period[0] + pitch / rate) % 1.0;
                    double pulse = period[0] < width ? Math.sin(Math.PI * period[0] / width) : 0.0;
                    deviationHz[i] = (float) (peakHz * (pulse - 2.0 * width / Math.PI));
                }
            };
        };
    }

    BandMeasurement next() {
        stream.read(re, im, lead, frameSamples);
        BandMeasurement measured = analyser.analyse(re, im, lead, frameSamples);
        int end = lead + frameSamples;
        lead = re.length - frameSamples;
        System.arraycopy(re, end - lead, re, 0, lead);
        System.arraycopy(im, end - lead, im, 0, lead);
        return measured;
    }

    List<BandMeasurement> frames(int count) {
        List<BandMeasurement> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(next());
        }
        return frames;
    }

    double trueNoiseDbfs(double frequencyHz) {
        return stream.noiseDbfsIn200Khz(frequencyHz);
    }

    /** What the frames say of the carrier nearest to a frequency, within 50 kHz; one measurement a frame that has it. */
    static List<CarrierMeasurement> near(List<BandMeasurement> frames, double frequencyHz) {
        List<CarrierMeasurement> near = new ArrayList<>();
        for (BandMeasurement frame : frames) {
            for (CarrierMeasurement carrier : frame.carriers()) {
                if (Math.abs(carrier.frequencyHz() - frequencyHz) < 50e3) {
                    near.add(carrier);
                }
            }
        }
        return near;
    }
}
