package io.bandwatch.dsp.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.OfdmBlock;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FmReception;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of digital radio, alone and beside a station. */
class DigitalRadioTest {
    private static final FloorShape FLAT = FloorShape.flat(-60);
    private static final double STATION_HZ = 98.3e6;

    private static List<BandMeasurement> frames(Transmission... transmissions) {
        return Scene.of(FLAT, transmissions).frames(3);
    }

    private static Transmission block(double frequencyHz, double cnDb, long seed) {
        return Transmission.steady(frequencyHz, cnDb, OfdmBlock.cdr(seed));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 6, 10, 20, 30})
    void aBlockIsOneCarrierWithAFlatTop(double cnDb) {
        assertThat(frames(block(STATION_HZ, cnDb, 3))).allSatisfy(frame -> {
            assertThat(frame.carriers()).hasSize(1);
            CarrierMeasurement carrier = frame.carriers()[0];
            // 1.5 kHz: the centroid of 240 carriers of which each has its own fate
            assertThat(carrier.frequencyHz()).isCloseTo(STATION_HZ, within(1500.0));
            assertThat(carrier.snrDb()).isCloseTo(cnDb, within(0.5));
            // 96.4 kHz, cut into cells of 10 kHz
            assertThat(carrier.flatTopHz()).isBetween(75e3, 115e3);
        });
    }

    @ParameterizedTest
    @CsvSource({"25, -15", "25, -20", "25, -25", "35, -15", "35, -20", "35, -25", "45, -15", "45, -20", "45, -25"})
    void sidebandsOfAStationAreCarriersOfTheirOwnWithFlatTops(double stationDb, double againstItDb) {
        List<BandMeasurement> frames = frames(
                Transmission.steady(STATION_HZ, stationDb, Scene.programme(3)),
                block(STATION_HZ - 150e3, stationDb + againstItDb, 4),
                block(STATION_HZ + 150e3, stationDb + againstItDb, 5));
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.carriers()).hasSize(3);
            assertThat(frame.carriers()[0].frequencyHz()).isCloseTo(STATION_HZ - 150e3, within(1500.0));
            assertThat(frame.carriers()[1].frequencyHz()).isCloseTo(STATION_HZ, within(1500.0));
            assertThat(frame.carriers()[2].frequencyHz()).isCloseTo(STATION_HZ + 150e3, within(1500.0));
            assertThat(frame.carriers()[0].flatTopHz()).isBetween(75e3, 115e3);
            assertThat(frame.carriers()[1].flatTopHz()).isZero();
            assertThat(frame.carriers()[2].flatTopHz()).isBetween(75e3, 115e3);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "20, 75e3",
        "50, 40e3",
        "50, 75e3",
        "400, 75e3",
        "1000, 100e3",
        "3000, 75e3",
        "7000, 40e3",
        "15000, 75e3"
    })
    void noToneHasAFlatTop(double toneHz, double peakHz) {
        assertThat(frames(Transmission.steady(STATION_HZ, 30, Multiplex.tone(toneHz, peakHz))))
                .allSatisfy(frame -> assertThat(frame.carriers()[0].flatTopHz()).isZero());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 6e3, 12e3, 18e3, 24e3, 30e3, 36e3})
    void aBlockAtTheEndOfTheBandThatIsSeenIsMeasuredAsFarAsItIsSeen(double insideHz) {
        double endHz = Scene.CENTER_HZ + 0.46 * Scene.RATE_HZ;
        assertThat(frames(
                        Transmission.steady(endHz - 250e3, 40, Scene.programme(3)),
                        block(endHz - 40e3 - insideHz, 20, 3)))
                .allSatisfy(frame -> assertThat(frame.carriers()).isNotEmpty());
    }

    @Test
    void noProgrammeHasAFlatTop() {
        for (double cnDb : new double[] {3, 10, 20, 30}) {
            assertThat(frames(Transmission.steady(STATION_HZ, cnDb, Scene.programme(3))))
                    .allSatisfy(
                            frame -> assertThat(frame.carriers()[0].flatTopHz()).isZero());
        }
        assertThat(frames(Transmission.steady(STATION_HZ, 20, Scene.voice(150, 70e3))))
                .allSatisfy(frame -> assertThat(frame.carriers()[0].flatTopHz()).isZero());
    }

    @Test
    void theOccupiedBandwidthAloneTakesABlockForAStation() {
        CarrierMeasurement digital = frames(block(STATION_HZ, 20, 3)).get(0).carriers()[0];
        CarrierMeasurement station = frames(Transmission.steady(STATION_HZ, 20, Scene.programme(3)))
                .get(0)
                .carriers()[0];
        assertThat(digital.occupiedBandwidthHz()).isCloseTo(station.occupiedBandwidthHz(), within(15e3));
        FmReception swinging = Objects.requireNonNull(digital.reception());
        FmReception constant = Objects.requireNonNull(station.reception());
        // 1 for what swings as noise does, 0.02 for a carrier at 20 dB
        assertThat(swinging.envelopeVariation()).isCloseTo(1.0, within(0.1));
        assertThat(constant.envelopeVariation()).isLessThan(0.05);
    }
}
