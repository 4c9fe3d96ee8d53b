package io.bandwatch.dsp.artefact;

import static io.bandwatch.dsp.artefact.Receiver.at;
import static io.bandwatch.dsp.artefact.Receiver.cubic;
import static io.bandwatch.dsp.artefact.Receiver.hears;
import static io.bandwatch.dsp.artefact.Receiver.residualDb;
import static io.bandwatch.dsp.artefact.Receiver.share;
import static io.bandwatch.dsp.artefact.Receiver.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.ArtefactEvidence.Kind;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtefactSearchTest {
    private static final double FIRST_HZ = 97.600_1e6;
    private static final double SECOND_HZ = 97.900_3e6;
    private static final double PRODUCT_HZ = 2.0 * SECOND_HZ - FIRST_HZ;

    /** Products of stations at 45 dB C/N: a change of the intercept by 1 dB moves them by 2 dB. */
    @ParameterizedTest(name = "intercept {0} dBFS, about {1} dB SNR")
    @CsvSource({"7.0, 0, 0.75", "5.5, 6, 0.90", "-1.5, 20, 0.95"})
    void explainsAProductOfTwoByItsWaveform(double interceptDbfs, double snrDb, double leastShare) {
        CarrierMeasurement product =
                at(hears(cubic(interceptDbfs), station(FIRST_HZ, 45, 1), station(SECOND_HZ, 45, 2)), PRODUCT_HZ);
        // 2 dB: the noise near a wide product is found slightly too high
        assertThat(product.snrDb()).isCloseTo(snrDb, within(2.0));
        ArtefactEvidence best = product.artefacts()[0];
        assertThat(best.kind()).isEqualTo(Kind.PRODUCT);
        assertThat(best.sourceHz()).hasSize(2);
        // the mean of 200 ms of programme is off by less than 2 kHz
        assertThat(best.sourceHz()[0]).isCloseTo(SECOND_HZ, within(2e3));
        assertThat(best.sourceHz()[1]).isCloseTo(FIRST_HZ, within(2e3));
        assertThat(best.explainedShare() / best.wholeShare()).isGreaterThan(leastShare);
    }

    @Test
    void addsUpProductsThatFallOnOneFrequency() {
        double third = 98.200_2e6;
        // 97.6 + 97.9 - 98.2 and 2 * 97.6 - 97.9 both fall on 97.3 MHz
        BandMeasurement band =
                hears(cubic(2.0), station(FIRST_HZ, 45, 1), station(SECOND_HZ, 45, 2), station(third, 42, 3));
        CarrierMeasurement made = at(band, FIRST_HZ + SECOND_HZ - third);
        assertThat(made.artefacts().length).isGreaterThanOrEqualTo(2);
        assertThat(made.artefacts()[0].explainedShare()).isLessThan(0.9);
        assertThat(share(made, Kind.PRODUCT)).isGreaterThan(0.9);
    }

    /** Four stations as a car beside the masts receives them, their differences equal: products fall on the stations, too. */
    @Test
    void explainsProductsOfProductsByTheBendOfTheWholeBand() {
        BandMeasurement band = hears(
                cubic(-1.7),
                station(97.300_2e6, 48, 1),
                station(97.799_9e6, 47, 2),
                station(98.500_1e6, 45, 3),
                station(99.000_3e6, 45, 4));
        for (double madeHz : new double[] {98.3e6, 98.72e6}) {
            CarrierMeasurement made = at(band, madeHz);
            // recipes alone, the simpler rule, leave more than the fifth that is allowed; of the second they know
            // nothing
            assertThat(share(made, Kind.PRODUCT)).as("recipes at %s", madeHz).isLessThan(0.8);
            assertThat(share(made, Kind.DISTORTION)).as("bend at %s", madeHz).isGreaterThan(0.9);
        }
    }

    /** The carrier on the product is bent with the others, and what falls on them holds it: gains of its own found 0.7. */
    @ParameterizedTest(name = "{0} dB above the product")
    @ValueSource(doubles = {0.0, 6.0, 12.0, 20.0})
    void doesNotExplainACarrierByTheTracesThatItLeavesInOthersChannels(double aboveDb) {
        // 2 * 97.9 - 97.6 and 2 * 97.6 - 97.9: the second product teaches the gains
        Transmission first = station(FIRST_HZ, 48, 1);
        Transmission second = station(SECOND_HZ, 47, 2);
        double productDb = at(hears(cubic(3.0), first, second), PRODUCT_HZ).snrDb();
        BandMeasurement band = hears(cubic(3.0), first, second, station(PRODUCT_HZ, productDb + aboveDb, 3));
        CarrierMeasurement pirate = at(band, PRODUCT_HZ);
        double ofProduct = 1.0 / (1.0 + Math.pow(10.0, 0.1 * aboveDb));
        // the product's own level is known to half a decibel
        assertThat(share(pirate, Kind.DISTORTION)).isGreaterThan(0.0).isLessThan(ofProduct + 0.12);
    }

    @Test
    void explainsWhatFoldsBackFromBeyondTheSampleRate() {
        // 2 * 98.9 - 98.0 = 99.8 MHz lies 0.6 MHz beyond half the rate and comes back at 97.4 MHz
        BandMeasurement band = hears(cubic(0.0), station(98.000_2e6, 45, 1), station(98.900_1e6, 45, 2));
        assertThat(share(at(band, 97.4e6), Kind.PRODUCT)).isGreaterThan(0.9);
    }

    @Test
    void findsNoProductInWrongCarriers() {
        // the carrier lies where 2 * 97.9 - 97.6 would fall, but the receiver is linear
        BandMeasurement band = hears(
                ReceiverFaults.NONE, station(FIRST_HZ, 45, 1), station(SECOND_HZ, 45, 2), station(PRODUCT_HZ, 10, 3));
        assertThat(share(at(band, PRODUCT_HZ), Kind.PRODUCT)).isLessThan(0.01);
    }

    /** By arithmetic alone every one of these would be dismissed. */
    @ParameterizedTest(name = "{0} dB above the product")
    @ValueSource(doubles = {0.0, 6.0, 20.0})
    void leavesACarrierOnTheFrequencyOfAProductWhatIsItsOwn(double aboveDb) {
        Transmission first = station(FIRST_HZ, 45, 1);
        Transmission second = station(SECOND_HZ, 45, 2);
        double productDb = at(hears(cubic(4.5), first, second), PRODUCT_HZ).snrDb();
        BandMeasurement band = hears(cubic(4.5), first, second, station(PRODUCT_HZ, productDb + aboveDb, 3));
        CarrierMeasurement pirate = at(band, PRODUCT_HZ);
        ArtefactEvidence best = Arrays.stream(pirate.artefacts())
                .filter(evidence -> evidence.kind() == Kind.PRODUCT)
                .findFirst()
                .orElseThrow();
        // that is where 2a - b falls: the naive rule, that a frequency that fits is a product, dismisses it
        assertThat(2.0 * best.sourceHz()[0] - best.sourceHz()[1])
                .as("arithmetic")
                .isCloseTo(pirate.frequencyHz(), within(50e3));
        double ofProduct = 1.0 / (1.0 + Math.pow(10.0, 0.1 * aboveDb));
        // 0.12: the product's own level is known to half a decibel
        assertThat(share(pirate, Kind.PRODUCT)).isCloseTo(ofProduct, within(0.12));
        // 2 dB: the carrier is narrower than the product, and their levels beat
        assertThat(residualDb(pirate)).isCloseTo(productDb + aboveDb, within(2.0));
    }

    @ParameterizedTest(name = "station of {0} dB C/N")
    @ValueSource(doubles = {33.0, 39.0, 50.0})
    void explainsAMirrorImage(double cnDb) {
        // 0.3 dB and 2 degrees: 32 dB of image rejection
        BandMeasurement band = hears(Receiver.faults(Double.POSITIVE_INFINITY, 0.3, 2.0), station(97.600_3e6, cnDb, 1));
        CarrierMeasurement image = at(band, 98.4e6);
        assertThat(image.artefacts()[0].kind()).isEqualTo(Kind.IMAGE);
        assertThat(image.artefacts()[0].sourceHz()).hasSize(1);
        assertThat(image.artefacts()[0].explainedShare()).isGreaterThan(cnDb < 35 ? 0.75 : 0.9);
    }

    @Test
    void leavesACarrierInThePlaceOfAnImageWhatIsItsOwn() {
        BandMeasurement band = hears(
                Receiver.faults(Double.POSITIVE_INFINITY, 0.3, 2.0),
                station(97.600_3e6, 45, 1),
                station(98.399_9e6, 12.7, 2));
        CarrierMeasurement pirate = at(band, 98.4e6);
        // as strong as the image
        assertThat(share(pirate, Kind.IMAGE)).isCloseTo(0.5, within(0.12));
        assertThat(residualDb(pirate)).isCloseTo(12.7, within(2.0));
    }

    @Test
    void saysOfCarriersThatNothingStrongerCouldHaveMadeThatNothingCould() {
        BandMeasurement band = hears(ReceiverFaults.NONE, station(FIRST_HZ, 30, 1), station(SECOND_HZ, 28, 2));
        for (CarrierMeasurement carrier : band.carriers()) {
            assertThat(carrier.artefacts()).singleElement().satisfies(evidence -> {
                assertThat(evidence.sourceHz()).isEmpty();
                assertThat(evidence.explainedShare()).isZero();
            });
        }
    }
}
