package io.bandwatch.detectors.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.WidebandStream;
import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.dsp.synth.fm.BroadcastMultiplex;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.signal.CarrierMeasurement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stations that are made, sent through noise, received: deviation as it was put on, within what is promised. */
class StationDeviationTest {
    private static final double RATE_HZ = 2.4e6;
    private static final int FRAMES = 20;
    private static final double BEYOND_PEAK = 1e-4;

    @ParameterizedTest(name = "{0} dB, {1} kHz")
    @CsvSource({"30, 75", "30, 50", "30, 100", "40, 75", "50, 60"})
    void isMeasuredWithinFivePercentAtItsPeakAndThreePercentInItsMean(double cnDb, double deviationKhz) {
        MultiplexSettings settings = new MultiplexSettings(
                true, deviationKhz * 1e3, 6750, 2000, 50e-6, new RdsProgramme(0xC201, "CITY 971", "News", 10, true));
        Spy spy = new Spy(BroadcastMultiplex.of(settings, new Programme(7)));
        BandSettings band = BandSettings.of(RATE_HZ, 98e6);
        WidebandStream air = new WidebandStream(
                RATE_HZ, 98e6, FloorShape.flat(-50), List.of(Transmission.steady(98.3e6, cnDb, spy)), 1);
        ReceptionTotals totals = received(air, band);
        Modulation modulation = totals.modulation(cnDb, totals);
        assertThat(modulation.peakDeviationHz()).isCloseTo(spy.peakHz(), within(0.05 * spy.peakHz()));
        assertThat(modulation.rmsDeviationHz()).isCloseTo(spy.rmsHz(), within(0.03 * spy.rmsHz()));
        assertThat(modulation.pilotDeviationHz()).isCloseTo(6750, within(100.0));
        assertThat(modulation.stereo()).isTrue();
    }

    private static ReceptionTotals received(WidebandStream air, BandSettings band) {
        BandAnalyser analyser = new BandAnalyser(band);
        int most = band.leadSamples() + band.frameSamples();
        float[] re = new float[most];
        float[] im = new float[most];
        int lead = 0;
        ReceptionTotals totals = ReceptionTotals.NOTHING;
        for (int frame = 0; frame < FRAMES; frame++) {
            air.read(re, im, lead, band.frameSamples());
            CarrierMeasurement[] carriers =
                    analyser.analyse(re, im, lead, band.frameSamples()).carriers();
            assertThat(carriers).hasSize(1);
            totals = totals.with(
                    Objects.requireNonNull(carriers[0].reception()), Instant.EPOCH.plusMillis(200L * frame));
            int end = lead + band.frameSamples();
            lead = band.leadSamples();
            System.arraycopy(re, end - lead, re, 0, lead);
            System.arraycopy(im, end - lead, im, 0, lead);
        }
        return totals;
    }

    /** Looks at what deviates the carrier. */
    private static final class Spy implements Multiplex.Source {
        private final Multiplex.Source source;
        private float[] seen = new float[1 << 20];
        private int count;

        Spy(Multiplex.Source source) {
            this.source = source;
        }

        @Override
        public Multiplex open(double sampleRateHz) {
            Multiplex opened = source.open(sampleRateHz);
            return (deviationHz, samples) -> {
                opened.read(deviationHz, samples);
                if (count + samples > seen.length) {
                    seen = Arrays.copyOf(seen, 2 * (count + samples));
                }
                System.arraycopy(deviationHz, 0, seen, count, samples);
                count += samples;
            };
        }

        @Override
        public double reachHz() {
            return source.reachHz();
        }

        double peakHz() {
            double mean = mean();
            double[] size = new double[count];
            for (int i = 0; i < count; i++) {
                size[i] = Math.abs(seen[i] - mean);
            }
            Arrays.sort(size);
            return size[(int) ((1 - BEYOND_PEAK) * count)];
        }

        double rmsHz() {
            double mean = mean();
            double squares = 0;
            for (int i = 0; i < count; i++) {
                squares += (seen[i] - mean) * (seen[i] - mean);
            }
            return Math.sqrt(squares / count);
        }

        private double mean() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += seen[i];
            }
            return sum / count;
        }
    }

    /** Tones that come and go on either side, with noise between them. */
    private static final class Programme implements AudioStream {
        private final SplittableRandom random;
        private long at;
        private double noise;

        Programme(long seed) {
            this.random = new SplittableRandom(seed);
        }

        @Override
        public void read(float[] left, float[] right, int count) {
            for (int i = 0; i < count; i++, at++) {
                double t = at / (double) AudioStream.RATE_HZ;
                noise = 0.9 * noise + 0.1 * (random.nextDouble() - 0.5);
                double swell = 0.5 + 0.5 * Math.sin(2 * Math.PI * 0.7 * t);
                left[i] = (float) (0.5 * swell * Math.sin(2 * Math.PI * 440 * t) + noise);
                right[i] = (float) (0.4 * Math.sin(2 * Math.PI * 660 * t) * (1 - swell) + noise);
            }
        }
    }
}
