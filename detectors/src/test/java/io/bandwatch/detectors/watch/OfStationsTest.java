package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.artefact.ArtefactSource;
import io.bandwatch.detectors.artefact.ArtefactTotals;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfStationsTest {
    private static final RfObservation LOOK =
            Looks.at(98.0e6).on(0.2, 25).list().get(0);

    /** One look at 25 dB that an image of another carrier explains to 98 %. */
    private static final ArtefactTotals IMAGE = new ArtefactTotals(1, 1.0, 316.0, 0.98, 1.0, 6.0, new ArtefactSource[] {
        new ArtefactSource(ArtefactEvidence.Kind.IMAGE, new double[] {98.4e6}, 0.98)
    });

    /** Counts the carriers that it is shown. */
    private record Counting() implements Detector<RfObservation, Integer, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Step<Integer, String> onObservation(Integer state, RfObservation look) {
            return Step.quiet(state + (look.onAir() ? 1 : 0));
        }

        @Override
        public Step<Integer, String> onDeadline(Integer state, Instant now) {
            return Step.quiet(state);
        }
    }

    private static boolean shows(
            boolean registered, boolean explained, ArtefactTotals artefacts, @Nullable Change change) {
        Evidence evidence = new Evidence(
                10,
                explained,
                false,
                null,
                Modulation.UNKNOWN,
                KindTotals.NOTHING,
                null,
                null,
                null,
                artefacts,
                OverloadTotals.NOTHING,
                null,
                change);
        return new OfStations<>(new Counting(), registered)
                        .onObservation(0, new AttestedLook(LOOK, evidence, null))
                        .next()
                == 1;
    }

    @Test
    void aStationOfTheRegisterIsShown() {
        assertThat(shows(true, true, ArtefactTotals.NOTHING, null)).isTrue();
    }

    @Test
    void whatNoRowExplainsIsNoStationUnlessThereIsNoRegister() {
        assertThat(shows(true, false, ArtefactTotals.NOTHING, null)).isFalse();
        assertThat(shows(false, false, ArtefactTotals.NOTHING, null)).isTrue();
    }

    @Test
    void anImageAtTheFrequencyOfARowIsNoStation() {
        assertThat(shows(true, true, IMAGE, null)).isFalse();
        assertThat(shows(false, false, IMAGE, null)).isFalse();
    }

    @Test
    void aTransmitterThatTookTheFrequencyOverIsNotTheStation() {
        Change change = new Change(LOOK.time(), 6, 900, 0, "", "");
        assertThat(shows(true, true, ArtefactTotals.NOTHING, change)).isFalse();
    }
}
