package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.synth.FaultyReceiver;
import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.List;
import java.util.Optional;

/** A synthetic band seen through a faulty receiver: one frame of it, measured and searched. */
final class Receiver {
    static final double CENTER_HZ = 98.0e6;
    static final double RATE_HZ = 2.4e6;
    private static final double FLOOR_DBFS = -60.0;

    /** Noise through five poles instead of one keeps 35/128 of its power. */
    private static final double POLES_GAIN = Math.sqrt(128.0 / 35.0);

    private Receiver() {}

    /** Third-order intercept and errors of the branches, nothing else. */
    static ReceiverFaults faults(double interceptDbfs, double imbalanceDb, double imbalanceDeg) {
        return new ReceiverFaults(
                0.0,
                0.0,
                interceptDbfs,
                List.of(),
                imbalanceDb,
                imbalanceDeg,
                Double.NEGATIVE_INFINITY,
                List.of(),
                0.0,
                List.of());
    }

    static ReceiverFaults cubic(double interceptDbfs) {
        return faults(interceptDbfs, 0.0, 0.0);
    }

    /** A station with a programme of its own: 20 kHz RMS, sharply cut off above 15 kHz. */
    static Transmission station(double frequencyHz, double cnDb, long seed) {
        return Transmission.steady(frequencyHz, cnDb, programme(seed, 20e3));
    }

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

    /** The first frame of a band, searched. */
    static BandMeasurement hears(ReceiverFaults faults, Transmission... emissions) {
        return hears(faults, 1, List.of(emissions));
    }

    static BandMeasurement hears(ReceiverFaults faults, long seed, List<Transmission> emissions) {
        BandSettings settings = BandSettings.of(RATE_HZ, CENTER_HZ);
        WidebandStream air = new WidebandStream(RATE_HZ, CENTER_HZ, FloorShape.flat(FLOOR_DBFS), emissions, seed);
        FaultyReceiver receiver = new FaultyReceiver(air, faults, RATE_HZ, seed);
        float[] re = new float[settings.frameSamples()];
        float[] im = new float[settings.frameSamples()];
        receiver.read(re, im, 0, re.length);
        BandMeasurement band = new BandAnalyser(settings).analyse(re, im, 0, re.length);
        return new ArtefactSearch(settings).explained(band, re, im, 0, re.length);
    }

    /** The carrier nearest to a frequency, within 60 kHz. */
    static Optional<CarrierMeasurement> near(BandMeasurement band, double frequencyHz) {
        CarrierMeasurement nearest = null;
        for (CarrierMeasurement carrier : band.carriers()) {
            double distanceHz = Math.abs(carrier.frequencyHz() - frequencyHz);
            if (distanceHz < 60e3 && (nearest == null || distanceHz < Math.abs(nearest.frequencyHz() - frequencyHz))) {
                nearest = carrier;
            }
        }
        return Optional.ofNullable(nearest);
    }

    static CarrierMeasurement at(BandMeasurement band, double frequencyHz) {
        return near(band, frequencyHz).orElseThrow();
    }

    /** Share of a carrier that recipes of a kind explain together. */
    static double share(CarrierMeasurement carrier, ArtefactEvidence.Kind kind) {
        double share = 0.0;
        for (ArtefactEvidence evidence : carrier.artefacts()) {
            share += evidence.kind() == kind ? evidence.explainedShare() : 0.0;
        }
        return share;
    }

    /** What is left of a carrier when everything that is explained is taken away, over noise in 200 kHz, dB. */
    static double residualDb(CarrierMeasurement carrier) {
        double least = carrier.snrDb();
        for (ArtefactEvidence evidence : carrier.artefacts()) {
            least = Math.min(least, evidence.residualSnrDb());
        }
        return least;
    }
}
