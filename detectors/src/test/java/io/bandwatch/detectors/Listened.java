package io.bandwatch.detectors;

import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RdsBits;
import io.bandwatch.signal.RfObservation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks in which something was received. */
public final class Listened {
    private static final int SAMPLES = 30_000;

    private Listened() {}

    /** The same looks, those on air with what was received in each. */
    public static List<RfObservation> to(List<RfObservation> looks, Function<RfObservation, FmReception> heard) {
        return looks.stream()
                .map(look -> look.onAir() ? received(look, heard.apply(look), 0) : look)
                .toList();
    }

    /** One look at a carrier with an envelope, a flat top and a modulation as strong as this. */
    public static RfObservation look(double snrDb, double variation, double flatTopHz, double rmsHz) {
        FmReception reception = reception(98e6, new int[FmReception.STEPS], rmsHz * rmsHz, 0, variation, RdsBits.NONE);
        return received(Looks.at(98e6).on(0.2, snrDb).list().get(0), reception, flatTopHz);
    }

    /** One look at a carrier too weak to be received. */
    public static RfObservation notReceived(double snrDb, double flatTopHz) {
        return received(Looks.at(98e6).on(0.2, snrDb).list().get(0), null, flatTopHz);
    }

    /** What is received of a carrier that stands at this deviation either way, but for a share at a larger one. */
    public static FmReception deviating(double centreHz, double deviationHz, double share, double largeHz) {
        int[] histogram = new int[FmReception.STEPS];
        int middle = FmReception.STEPS / 2;
        int small = (int) (deviationHz / FmReception.STEP_HZ);
        int large = (int) (largeHz / FmReception.STEP_HZ);
        int beyond = (int) Math.round(share * SAMPLES);
        histogram[middle - small] += (SAMPLES - beyond) / 2;
        histogram[middle + small] += (SAMPLES - beyond) / 2;
        histogram[middle - large] += beyond - beyond / 2;
        histogram[middle + large] += beyond / 2;
        return reception(centreHz, histogram, deviationHz * deviationHz, 0, 0.002, RdsBits.NONE);
    }

    /** What is received of a carrier whose multiplex has this RMS. */
    public static FmReception modulated(double rmsHz, double noiseHz2) {
        return reception(98e6, new int[FmReception.STEPS], rmsHz * rmsHz + noiseHz2, noiseHz2, 0.002, RdsBits.NONE);
    }

    /** What is received of a carrier with radio data. */
    public static FmReception saying(RdsBits bits) {
        return reception(98e6, new int[FmReception.STEPS], 4e8, 0, 0.002, bits);
    }

    private static FmReception reception(
            double centreHz, int[] histogram, double meanSquareHz2, double noiseHz2, double variation, RdsBits bits) {
        AudioMeasurement audio = new AudioMeasurement(
                0.2, 0.01, 0, 0, new double[0], 1e-9, 1e-9, new byte[0], new double[0], 1e-9, new byte[0], 0.1);
        return new FmReception(
                false, 0.2, centreHz, centreHz, histogram, meanSquareHz2, noiseHz2, variation, 0, 0, 19e3, audio, bits);
    }

    private static RfObservation received(RfObservation look, @Nullable FmReception reception, double flatTopHz) {
        return new RfObservation(
                look.feed(),
                look.channelHz(),
                look.slot(),
                look.kind(),
                look.recordingStart(),
                look.time(),
                look.durationNs(),
                look.timeKnown(),
                look.onAir(),
                look.confirmed(),
                look.frequencyHz(),
                look.frequencyUncertaintyHz(),
                look.levelDbfs(),
                look.snrDb(),
                look.occupiedBandwidthHz(),
                look.channelLevelDbfs(),
                look.channelNoiseDbfs(),
                look.artefacts(),
                reception,
                flatTopHz);
    }
}
