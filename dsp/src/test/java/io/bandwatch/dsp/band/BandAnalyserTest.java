package io.bandwatch.dsp.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandAnalyserTest {
    private static final FloorShape FLAT = FloorShape.flat(-50);

    @ParameterizedTest(name = "{0} dB")
    @ValueSource(doubles = {0, 6, 12, 20, 30, 40})
    void measuresLevelAndCarrierToNoiseRatioOfAStation(double cnDb) {
        List<CarrierMeasurement> found = Scene.near(
                Scene.of(FLAT, Transmission.steady(98.3e6, cnDb, Scene.programme(7)))
                        .frames(10),
                98.3e6);
        assertThat(found).as("one in each frame").hasSize(10);
        // 0.5 dB: the skirts below the noise are not counted
        assertThat(mean(found, CarrierMeasurement::levelDbfs)).isCloseTo(-50 + cnDb, within(0.5));
        // 1 dB: the floor is interpolated under the station, from both sides
        assertThat(mean(found, CarrierMeasurement::snrDb)).isCloseTo(cnDb, within(1.0));
        // 500 Hz: what a register is compared with; noise as programme has a mean of its own, some 60 Hz in two seconds
        assertThat(mean(found, CarrierMeasurement::frequencyHz)).isCloseTo(98.3e6, within(500.0));
    }

    @Test
    void findsNothingInNoise() {
        List<BandMeasurement> frames =
                Scene.of(FloorShape.flat(-50).withSlope(8).withRipple(3, 700e3)).frames(50);
        assertThat(frames).allSatisfy(frame -> assertThat(frame.carriers()).isEmpty());
    }

    @ParameterizedTest(name = "colour {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsNothingInNoiseWhateverItsSlopeAndRipple(int seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        FloorShape coloured = FloorShape.flat(-50)
                .withSlope(random.nextDouble(-12, 12))
                .withRipple(random.nextDouble(0, 3), random.nextDouble(400e3, 2e6));
        assertThat(Scene.of(coloured).frames(5))
                .as(coloured.toString())
                .allSatisfy(frame -> assertThat(frame.carriers()).isEmpty());
    }

    @Test
    void theCrestOfARippleAtTheEdgeOfTheBandIsNoCarrier() {
        // crests at +-1.1 MHz, where the visible band ends: half a hill, as half a station would be
        FloorShape coloured = FloorShape.flat(-50).withSlope(9).withRipple(2, 550e3);
        assertThat(Scene.of(coloured).frames(20))
                .allSatisfy(frame -> assertThat(frame.carriers()).isEmpty());
    }

    @Test
    void doesNotReportTheReceiversConstantComponent() {
        BandSettings settings = BandSettings.of(Scene.RATE_HZ, Scene.CENTER_HZ);
        float[] re = new float[settings.frameSamples()];
        float[] im = new float[settings.frameSamples()];
        Arrays.fill(re, 0.1f);
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < re.length; i++) {
            re[i] += (float) (0.01 * (random.nextDouble() - 0.5));
            im[i] += (float) (0.01 * (random.nextDouble() - 0.5));
        }
        BandMeasurement frame = new BandAnalyser(settings).analyse(re, im, 0, re.length);
        assertThat(frame.carriers()).isEmpty();
        assertThat(frame.dcDbfs()).isCloseTo(-20, within(0.1));
    }

    @Test
    void keepsTheFrequencyOfACarrierOffTheRaster() {
        List<CarrierMeasurement> found = Scene.near(
                Scene.of(FLAT, Transmission.steady(98.23e6, 9, Scene.programme(3)))
                        .frames(12),
                98.23e6);
        assertThat(mean(found, CarrierMeasurement::frequencyHz)).isCloseTo(98.23e6, within(500.0));
    }

    @Test
    void theCentroidMissesAMultipathCarrierByHundredsOfHertzWhereTheMeanFrequencyDoesNot() {
        // an echo of 6 us makes the path louder on one side of the channel; programme that swings widely shows it
        Transmission carrier = Transmission.steady(98.6e6, 35, Multiplex.noise(5, 35e3, 8e3))
                .over(new Transmission.Paths(List.of(new Transmission.Echo(6.1e-6, 0.5, 0)), 0, 0));
        List<CarrierMeasurement> found = Scene.near(Scene.of(FLAT, carrier).frames(15), 98.6e6);
        assertThat(Math.abs(mean(found, CarrierMeasurement::centroidHz) - 98.6e6))
                .isGreaterThan(300);
        assertThat(mean(found, CarrierMeasurement::frequencyHz)).isCloseTo(98.6e6, within(250.0));
    }

    @Test
    void inEachFrameTheCentroidMissesAHighVoiceByHundredsOfHertzWhereTheMeanFrequencyDoesNot() {
        // a voice swings one way in short pulses and the other way in long rests; the window of a look and the ends of
        // the
        // channel weigh the two differently
        Transmission carrier = Transmission.steady(98.6e6, 20, Scene.voice(300, 70e3));
        List<CarrierMeasurement> found = Scene.near(Scene.of(FLAT, carrier).frames(15), 98.6e6);
        assertThat(mean(found, look -> Math.abs(look.centroidHz() - 98.6e6))).isGreaterThan(200);
        assertThat(mean(found, look -> Math.abs(look.frequencyHz() - 98.6e6))).isLessThan(100);
    }

    @Test
    void partsAWeakCarrierFromAStrongNeighbourTwoChannelsAway() {
        Scene scene = Scene.of(
                FLAT,
                Transmission.steady(98.3e6, 35, Scene.programme(1)),
                Transmission.steady(98.5e6, 22, Scene.programme(2)));
        List<BandMeasurement> frames = scene.frames(10);
        assertThat(Scene.near(frames, 98.3e6)).hasSize(10);
        assertThat(Scene.near(frames, 98.5e6)).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void doesNotSplitAStationWhoseToneSwingsToItsLimits() {
        // the spectrum of a slow full swing has its peaks at +-75 kHz and a hollow between
        Scene scene = Scene.of(FLAT, Transmission.steady(98.3e6, 30, Multiplex.tone(400, 75e3)));
        assertThat(scene.frames(5))
                .allSatisfy(frame -> assertThat(frame.carriers()).hasSize(1));
    }

    @Test
    void theFloorFollowsSlopeAndRippleUnderSixtyCarriers() {
        FloorShape floor = FloorShape.flat(-60).withSlope(10).withRipple(3, 3e6);
        List<Transmission> crowd = new java.util.ArrayList<>();
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        for (int i = 0; i < 60; i++) {
            double hz = 87.4e6 + 0.34e6 * i;
            crowd.add(Transmission.steady(hz, 10 + 30 * random.nextDouble(), Scene.programme(i)));
        }
        Scene scene = new Scene(25e6, 97.5e6, floor, crowd, 2);
        BandMeasurement frame = scene.next();
        double[] errors = new double[frame.channelNoiseDbfs().length];
        for (int i = 0; i < errors.length; i++) {
            double hz = ChannelRaster.FM.centerHz(frame.firstChannel() + i);
            errors[i] = frame.channelNoiseDbfs()[i] - scene.trueNoiseDbfs(hz);
        }
        assertThat(Arrays.stream(errors).map(Math::abs).average().orElseThrow()).isLessThan(0.2);
        // 0.7 dB: under a carrier the floor is drawn from both sides across 200 kHz
        assertThat(Arrays.stream(errors).map(Math::abs).max().orElseThrow()).isLessThan(0.7);
        assertThat(frame.carriers()).hasSize(60);

        // the obvious rules on the same frame: one number for the whole band
        double[] levels = Arrays.stream(frame.channelLevelDbfs()).sorted().toArray();
        double lowest = levels[0];
        double median = levels[levels.length / 2];
        double middleHz = 97.5e6;
        assertThat(median - scene.trueNoiseDbfs(middleHz))
                .as("median of the channels")
                .isGreaterThan(5);
        assertThat(scene.trueNoiseDbfs(107.5e6) - lowest).as("lowest channel").isGreaterThan(5);
    }

    @Test
    void measuresTheSameAtAnotherLevel() {
        float[][] frame = frame();
        BandAnalyser analyser = new BandAnalyser(BandSettings.of(Scene.RATE_HZ, Scene.CENTER_HZ));
        BandMeasurement before = analyser.analyse(frame[0], frame[1], 0, frame[0].length);
        for (float[] part : frame) {
            for (int i = 0; i < part.length; i++) {
                part[i] *= 0.5f;
            }
        }
        BandMeasurement after = analyser.analyse(frame[0], frame[1], 0, frame[0].length);
        assertThat(after.carriers()).hasSameSizeAs(before.carriers());
        for (int i = 0; i < before.carriers().length; i++) {
            CarrierMeasurement one = before.carriers()[i];
            CarrierMeasurement other = after.carriers()[i];
            // half the amplitude is 6.02 dB less, and nothing else; rounding of floats is below 0.001 dB
            assertThat(other.levelDbfs()).isCloseTo(one.levelDbfs() - 6.0206, within(0.001));
            assertThat(other.snrDb()).isCloseTo(one.snrDb(), within(0.001));
            assertThat(other.frequencyHz()).isCloseTo(one.frequencyHz(), within(0.1));
        }
    }

    @Test
    void aFrameDoesNotRememberTheOneBefore() {
        float[][] frame = frame();
        BandAnalyser analyser = new BandAnalyser(BandSettings.of(Scene.RATE_HZ, Scene.CENTER_HZ));
        BandMeasurement first = analyser.analyse(frame[0], frame[1], 0, frame[0].length);
        analyser.analyse(new float[frame[0].length], new float[frame[0].length], 0, frame[0].length);
        BandMeasurement again = analyser.analyse(frame[0], frame[1], 0, frame[0].length);
        assertThat(again.carriers()).usingRecursiveComparison().isEqualTo(first.carriers());
        assertThat(again.channelNoiseDbfs()).isEqualTo(first.channelNoiseDbfs());
    }

    private static float[][] frame() {
        BandSettings settings = BandSettings.of(Scene.RATE_HZ, Scene.CENTER_HZ);
        float[][] frame = new float[2][settings.frameSamples()];
        new io.bandwatch.dsp.synth.WidebandStream(
                        Scene.RATE_HZ,
                        Scene.CENTER_HZ,
                        FLAT,
                        List.of(
                                Transmission.steady(97.4e6, 25, Scene.programme(1)),
                                Transmission.steady(98.45e6, 12, Scene.programme(2))),
                        9)
                .read(frame[0], frame[1], 0, settings.frameSamples());
        return frame;
    }

    private static double mean(List<CarrierMeasurement> carriers, ToDoubleFunction<CarrierMeasurement> measure) {
        return carriers.stream().mapToDouble(measure).average().orElseThrow();
    }
}
