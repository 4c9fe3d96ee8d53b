package io.bandwatch.dsp.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two carriers are two, and one is one, whatever shape its programme gives it. */
class CarrierSeparationTest {
    private static final FloorShape FLAT = FloorShape.flat(-50);

    @ParameterizedTest(name = "{0} Hz apart, {1} dB weaker")
    @CsvSource({"100e3, 0", "100e3, 5", "100e3, 10", "150e3, 10", "200e3, 10", "200e3, 20"})
    void resolvesNeighbours(double distanceHz, double weakerDb) {
        double upperHz = 98.3e6 + distanceHz;
        List<BandMeasurement> frames = Scene.of(
                        FLAT,
                        Transmission.steady(98.3e6, 40, Scene.programme(1)),
                        Transmission.steady(upperHz, 40 - weakerDb, Scene.programme(2)))
                .frames(10);
        assertThat(frames).allSatisfy(frame -> assertThat(frame.carriers()).hasSize(2));
        double snrDb = frames.stream()
                .mapToDouble(frame -> frame.carriers()[1].snrDb())
                .average()
                .orElseThrow();
        // 1 dB: the valley between the two parts their skirts
        assertThat(snrDb).isCloseTo(40 - weakerDb, within(1.0));
        double frequencyHz = frames.stream()
                .mapToDouble(frame -> frame.carriers()[1].frequencyHz())
                .average()
                .orElseThrow();
        // 500 Hz: what a register is compared with
        assertThat(frequencyHz).isCloseTo(upperHz, within(500.0));
    }

    /** A rule of strengths fails here: louder things than this pirate are a station's own skirt, see below. */
    @ParameterizedTest(name = "{0} Hz apart, {1} dB weaker")
    @CsvSource({"200e3, 35", "-200e3, 40", "200e3, 44", "300e3, 52", "-300e3, 55"})
    void findsAWeakCarrierBesideAStrongStation(double distanceHz, double weakerDb) {
        double weakHz = 98.3e6 + distanceHz;
        List<BandMeasurement> frames = Scene.of(
                        FLAT,
                        Transmission.steady(98.3e6, 60, Scene.programme(1)),
                        Transmission.steady(weakHz, 60 - weakerDb, Scene.programme(2)))
                .frames(10);
        assertThat(frames).allSatisfy(frame -> assertThat(frame.carriers()).hasSize(2));
        List<CarrierMeasurement> found = Scene.near(frames, weakHz);
        double snrDb =
                found.stream().mapToDouble(CarrierMeasurement::snrDb).average().orElseThrow();
        // 1 dB: what of the strong one reaches over
        assertThat(snrDb).isCloseTo(60 - weakerDb, within(1.0));
    }

    @ParameterizedTest(name = "{0} Hz")
    @CsvSource({"200e3", "-200e3"})
    void findsWeakCarriersOnBothSidesAndBetween(double distanceHz) {
        Scene scene = Scene.of(
                FLAT,
                Transmission.steady(98.0e6, 50, Scene.programme(1)),
                Transmission.steady(98.0e6 + distanceHz, 10, Scene.programme(2)),
                Transmission.steady(98.0e6 - distanceHz, 10, Scene.programme(3)),
                Transmission.steady(98.0e6 + 2 * distanceHz, 48, Scene.programme(4)));
        assertThat(scene.frames(10))
                .allSatisfy(frame -> assertThat(frame.carriers()).hasSize(4));
    }

    @ParameterizedTest(name = "{0} Hz RMS, {1} dB")
    @CsvSource({"30e3, 60", "40e3, 50", "40e3, 60", "50e3, 60"})
    void theSkirtOfAnOverdeviatingStationIsNobody(double rmsHz, double cnDb) {
        List<BandMeasurement> loud = Scene.of(FLAT, Transmission.steady(98.0e6, cnDb, Scene.programme(5, rmsHz)))
                .frames(20);
        assertThat(loud).allSatisfy(frame -> assertThat(frame.carriers()).hasSize(1));
    }

    @Test
    void aSkirtMayBeLouderThanAPirate() {
        BandMeasurement skirt = Scene.of(FLAT, Transmission.steady(98.0e6, 60, Scene.programme(5, 50e3)))
                .next();
        BandMeasurement pirate = Scene.of(
                        FLAT,
                        Transmission.steady(98.0e6, 60, Scene.programme(1)),
                        Transmission.steady(98.2e6, 20, Scene.programme(2)))
                .next();
        int channel = ChannelRaster.FM.nearest(98.2e6) - skirt.firstChannel();
        // the naive rule, a strength from which on it is somebody, has no value that is right for both
        assertThat(skirt.channelLevelDbfs()[channel]).isGreaterThan(pirate.channelLevelDbfs()[channel]);
        assertThat(skirt.carriers()).hasSize(1);
        assertThat(pirate.carriers()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} Hz, +-{1} Hz, {2} dB")
    @CsvSource({
        "20, 75e3, 25",
        "50, 75e3, 10",
        "50, 100e3, 25",
        "120, 75e3, 50",
        "400, 75e3, 3",
        "1000, 75e3, 25",
        "3000, 75e3, 10",
        "7000, 75e3, 25",
        "15000, 75e3, 50",
        "15000, 75e3, 10",
        "15000, 100e3, 25"
    })
    void aStationWithATestToneIsOneCarrier(double toneHz, double peakHz, double cnDb) {
        double carrierHz = 98.3217e6;
        List<BandMeasurement> frames = Scene.of(
                        FLAT, Transmission.steady(carrierHz, cnDb, Multiplex.tone(toneHz, peakHz)))
                .frames(4);
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.carriers()).hasSize(1);
            // 1 dB: the spectrum of a full swing exceeds 200 kHz and is counted none the less
            assertThat(frame.carriers()[0].snrDb()).isCloseTo(cnDb, within(1.0));
        });
    }

    @Test
    void aLineBesideTheConstantComponentIsACarrierOfItsOwn() {
        BandMeasurement frame = Scene.of(FLAT, Transmission.steady(98.005e6, 20, Multiplex.unmodulated()))
                .next();
        assertThat(frame.carriers()).hasSize(1);
        // 50 Hz: a line has no programme; 0.5 dB: the floor
        assertThat(frame.carriers()[0].frequencyHz()).isCloseTo(98.005e6, within(50.0));
        assertThat(frame.carriers()[0].snrDb()).isCloseTo(20, within(0.5));
    }

    @Test
    void aStationAtTheConstantComponentIsFound() {
        List<CarrierMeasurement> found = Scene.near(
                Scene.of(FLAT, Transmission.steady(98.0e6, 20, Scene.programme(3)))
                        .frames(5),
                98.0e6);
        assertThat(found).hasSize(5);
        // 1 dB: five bins of a hundred are filled with their neighbours' level
        assertThat(found).allSatisfy(carrier -> assertThat(carrier.snrDb()).isCloseTo(20, within(1.0)));
    }

    @ParameterizedTest(name = "{0} Hz off, {1} dB")
    @CsvSource({"0, 0", "7e3, 10", "30e3, 20", "0, 40"})
    void aFeedAsNarrowAsOneStationMeasuresIt(double offsetHz, double cnDb) {
        double carrierHz = 98.0e6 + offsetHz;
        Scene scene =
                new Scene(240e3, 98.0e6, FLAT, List.of(Transmission.steady(carrierHz, cnDb, Scene.programme(1))), 3);
        List<CarrierMeasurement> found = Scene.near(scene.frames(10), carrierHz);
        assertThat(found).hasSize(10);
        // 1.5 dB: what little noise shows at the two edges stands for all
        assertThat(found).allSatisfy(carrier -> assertThat(carrier.snrDb()).isCloseTo(cnDb, within(1.5)));
    }
}
