package io.bandwatch.dsp.synth.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.Multiplex;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcastMultiplexTest {
    private static final double RATE_HZ = 480_000.0;
    private static final AudioStream SILENCE = (left, right, count) -> {
        Arrays.fill(left, 0, count, 0f);
        Arrays.fill(right, 0, count, 0f);
    };

    @Test
    void silentStereoStationSendsItsPilotAlone() {
        float[] mpx = read(BroadcastMultiplex.of(MultiplexSettings.STEREO, SILENCE), 48_000);
        // BS.450: 9 % of 75 kHz; the table of sines is good to 3e-7
        assertThat(amplitude(mpx, 19_000.0)).isCloseTo(6_750.0, within(1.0));
        assertThat(peak(mpx)).isCloseTo(6_750.0, within(5.0));
    }

    @Test
    void monoStationSendsNoPilot() {
        float[] mpx = read(BroadcastMultiplex.of(MultiplexSettings.MONO, tones(1_000.0, 0.5, 0.5)), 48_000);
        assertThat(amplitude(mpx, 19_000.0)).isLessThan(1.0);
        assertThat(amplitude(mpx, 38_000.0)).isLessThan(1.0);
        assertThat(amplitude(mpx, 1_000.0)).isGreaterThan(30_000.0);
    }

    @Test
    void leftAloneIsHalfSumAndHalfDifference() {
        float[] mpx = read(BroadcastMultiplex.of(MultiplexSettings.STEREO, tones(1_000.0, 0.5, 0.0)), 48_000);
        double sum = amplitude(mpx, 1_000.0);
        // double side band: each side line has half of the amplitude
        assertThat(amplitude(mpx, 37_000.0)).isCloseTo(sum / 2.0, within(0.01 * sum));
        assertThat(amplitude(mpx, 39_000.0)).isCloseTo(sum / 2.0, within(0.01 * sum));
        // BS.450: the carrier is suppressed to 1 % of the largest deviation; here it is not there at all
        assertThat(amplitude(mpx, 38_000.0)).isLessThan(10.0);
    }

    @ParameterizedTest(name = "{0} Hz with {1} us is raised by {2} dB")
    // |1 + j 2 pi f tau|
    @CsvSource({"1000, 50, 0.41", "5000, 50, 5.40", "10000, 50, 10.36", "14000, 50, 13.08", "10000, 75, 13.66"})
    void raisesHighNotesAsPreEmphasisSays(double toneHz, double microseconds, double expectedDb) {
        MultiplexSettings flat = new MultiplexSettings(false, 75_000.0, 0.0, 0.0, 0.0, null);
        MultiplexSettings raised = new MultiplexSettings(false, 75_000.0, 0.0, 0.0, microseconds * 1e-6, null);
        double before = amplitude(read(BroadcastMultiplex.of(flat, tones(toneHz, 0.05, 0.05)), 96_000), toneHz);
        double after = amplitude(read(BroadcastMultiplex.of(raised, tones(toneHz, 0.05, 0.05)), 96_000), toneHz);
        // 0.3 dB: transmitters are allowed more; the bilinear transform bends by 0.1 dB and the low pass starts here
        assertThat(20.0 * Math.log10(after / before)).isCloseTo(expectedDb, within(0.3));
    }

    @ParameterizedTest(name = "{0} Hz")
    @CsvSource({"75000", "50000", "110000"})
    void loudProgrammeFillsTheDeviationAndStaysBelowIt(double deviationHz) {
        MultiplexSettings settings = new MultiplexSettings(true, deviationHz, 6_750.0, 2_000.0, 50e-6, null);
        float[] mpx = read(BroadcastMultiplex.of(settings, tones(700.0, 1.0, 1.0)), 480_000);
        // a steady loud tone with the pilot: 95 % of the share of the programme, pilot added
        assertThat(peak(mpx)).isBetween(0.92 * deviationHz, 1.0 * deviationHz);
    }

    @Test
    void aSquareWaveThroughTheLowPassDoesNotBreakTheDeviation() {
        AudioStream square = new AudioStream() {
            private long position;

            @Override
            public void read(float[] left, float[] right, int count) {
                for (int i = 0; i < count; i++) {
                    left[i] = position++ / 60 % 2 == 0 ? 1f : -1f;
                    right[i] = left[i];
                }
            }
        };
        float[] mpx = read(BroadcastMultiplex.of(MultiplexSettings.STEREO, square), 480_000);
        // pre-emphasis makes spikes of the edges, so the limiter holds the rest of the wave down
        assertThat(peak(mpx)).isBetween(40_000.0, 75_000.1);
    }

    private static AudioStream tones(double hz, double left, double right) {
        return new AudioStream() {
            private long position;

            @Override
            public void read(float[] outLeft, float[] outRight, int count) {
                for (int i = 0; i < count; i++) {
                    double sine = Math.sin(2.0 * Math.PI * hz * position++ / AudioStream.RATE_HZ);
                    outLeft[i] = (float) (left * sine);
                    outRight[i] = (float) (right * sine);
                }
            }
        };
    }

    /** The second half of what is read: the filters have settled. */
    private static float[] read(Multiplex.Source source, int count) {
        Multiplex multiplex = source.open(RATE_HZ);
        float[] settled = new float[count];
        multiplex.read(settled, count);
        multiplex.read(settled, count);
        return settled;
    }

    private static double amplitude(float[] x, double hz) {
        double a = 0.0;
        double b = 0.0;
        for (int i = 0; i < x.length; i++) {
            a += x[i] * Math.cos(2.0 * Math.PI * hz * i / RATE_HZ);
            b += x[i] * Math.sin(2.0 * Math.PI * hz * i / RATE_HZ);
        }
        return 2.0 * Math.hypot(a, b) / x.length;
    }

    private static double peak(float[] x) {
        double peak = 0.0;
        for (float value : x) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }
}
