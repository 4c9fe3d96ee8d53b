package io.bandwatch.detectors.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Listened;
import io.bandwatch.signal.RfObservation;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTotalsTest {
    @ParameterizedTest
    @CsvSource({
        // dB, envelope variation, flat top, RMS deviation: a clean station, one at 6 dB, a bare carrier, a block, two
        // blocks beside their station, noise of no shape, a station that a strong neighbour reaches into
        "30, 0.002, 0, 20e3, WFM",
        "6, 0.39, 0, 20e3, WFM",
        "20, 0.02, 0, 100, UNMODULATED",
        "20, 1.01, 95e3, 40e3, OFDM",
        "15, 11.5, 95e3, 40e3, OFDM",
        "6, 1.02, 95e3, 60e3, OFDM",
        "20, 1.0, 0, 40e3, OTHER",
        "10, 4.5, 0, 40e3,"
    })
    void tellsTheKindsApart(double snrDb, double variation, double flatTopHz, double rmsHz, ModulationKind kind) {
        RfObservation look = Listened.look(snrDb, variation, flatTopHz, rmsHz);
        assertThat(KindTotals.NOTHING.with(look).prevailing()).isEqualTo(kind);
    }

    @Test
    void aBlockTooWeakToBeReceivedIsToldByItsFlatTop() {
        assertThat(KindTotals.NOTHING.with(Listened.notReceived(2, 95e3)).prevailing())
                .isEqualTo(ModulationKind.OFDM);
        assertThat(KindTotals.NOTHING.with(Listened.notReceived(2, 0)).prevailing())
                .isNull();
    }

    @Test
    void theKindOfTheLongerTimeCounts() {
        KindTotals totals = KindTotals.NOTHING;
        for (int i = 0; i < 10; i++) {
            totals = totals.with(Listened.look(20, i < 3 ? 1.01 : 0.02, i < 3 ? 95e3 : 0, 20e3));
        }
        assertThat(totals.prevailing()).isEqualTo(ModulationKind.WFM);
        assertThat(totals.ofdmShare()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void theEnvelopeAloneTakesAWeakStationForABlock() {
        // a fixed limit of 0.3 on the envelope, the obvious rule, calls this station at 6 dB digital
        RfObservation weak = Listened.look(6, 0.39, 0, 20e3);
        assertThat(Objects.requireNonNull(weak.reception()).envelopeVariation()).isGreaterThan(0.3);
        assertThat(KindTotals.NOTHING.with(weak).prevailing()).isEqualTo(ModulationKind.WFM);
    }
}
