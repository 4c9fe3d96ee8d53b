package io.bandwatch.dsp.artefact;

import static io.bandwatch.dsp.artefact.Receiver.at;
import static io.bandwatch.dsp.artefact.Receiver.hears;
import static io.bandwatch.dsp.artefact.Receiver.programme;
import static io.bandwatch.dsp.artefact.Receiver.share;
import static io.bandwatch.dsp.artefact.Receiver.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.Overdriven;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.signal.ArtefactEvidence.Kind;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplatterTest {
    private static final double STRONG_HZ = 98.000_2e6;

    @ParameterizedTest(name = "beyond {0} Hz flung by {1} Hz")
    @CsvSource({"30e3, 200e3", "40e3, -300e3", "50e3, 200e3"})
    void knowsWhatComesAndGoesWithTheNeighboursSwing(double limitHz, double flingHz) {
        BandMeasurement band = hears(ReceiverFaults.NONE, overdriven(limitHz, flingHz));
        int splattered = 0;
        for (CarrierMeasurement carrier : band.carriers()) {
            if (Math.abs(carrier.frequencyHz() - STRONG_HZ) > 100e3) {
                splattered++;
                assertThat(Math.signum(carrier.frequencyHz() - STRONG_HZ)).isEqualTo(Math.signum(flingHz));
                // nothing is left when it swings away; the wait for the filter to ring off costs some of the bursts
                assertThat(share(carrier, Kind.SPLATTER)).isGreaterThan(0.9);
                // two humps of one station, the naive rule, that a station has a place on the raster, takes them for
                // two
                assertThat(carrier.snrDb()).isGreaterThan(10.0);
            }
        }
        assertThat(splattered).isEqualTo(1);
    }

    /** Every one of these lies beside a strong station, as splatter does. */
    @ParameterizedTest(name = "{0} Hz beside, {1} dB below")
    @CsvSource({"200e3, 15", "300e3, 30", "-300e3, 38", "400e3, 20"})
    void leavesAWeakCarrierBesideAStrongStationAlone(double besideHz, double belowDb) {
        BandMeasurement band =
                hears(ReceiverFaults.NONE, station(STRONG_HZ, 45, 1), station(STRONG_HZ + besideHz, 45 - belowDb, 2));
        CarrierMeasurement weak = at(band, STRONG_HZ + besideHz);
        // chance, and what a regular station spreads
        assertThat(share(weak, Kind.SPLATTER)).isLessThan(0.1);
    }

    @Test
    void leavesACarrierUnderSplatterWhatIsItsOwn() {
        double splatterDb =
                at(hears(ReceiverFaults.NONE, overdriven(40e3, 200e3)), 98.24e6).snrDb();
        BandMeasurement band = hears(ReceiverFaults.NONE, overdriven(40e3, 200e3), station(98.240_1e6, splatterDb, 7));
        CarrierMeasurement pirate = at(band, 98.24e6);
        // half of the power; bursts are few in 200 ms, so that their mean power scatters
        assertThat(share(pirate, Kind.SPLATTER)).isCloseTo(0.5, within(0.2));
        assertThat(pirate.artefacts()[0].residualSnrDb()).isCloseTo(splatterDb, within(2.0));
    }

    @Test
    void knowsACopyAtAnotherFrequency() {
        // the same multiplex moved by 300 kHz: the transmitter mixes its output with a tone of its own
        Transmission strong = station(STRONG_HZ, 45, 1);
        BandMeasurement band = hears(ReceiverFaults.NONE, strong, station(STRONG_HZ + 300e3, 15, 1));
        assertThat(share(at(band, STRONG_HZ + 300e3), Kind.SPLATTER)).isGreaterThan(0.85);
    }

    @Test
    void takesNoBareCarrierForACopyOfAnother() {
        BandMeasurement band = hears(
                ReceiverFaults.NONE,
                Transmission.steady(STRONG_HZ, 45, Multiplex.unmodulated()),
                Transmission.steady(STRONG_HZ + 300e3, 15, Multiplex.unmodulated()));
        assertThat(share(at(band, STRONG_HZ + 300e3), Kind.SPLATTER)).isLessThan(0.1);
    }

    private static Transmission overdriven(double limitHz, double flingHz) {
        return Transmission.steady(STRONG_HZ, 45, Overdriven.of(programme(4, 20e3), limitHz, flingHz));
    }
}
