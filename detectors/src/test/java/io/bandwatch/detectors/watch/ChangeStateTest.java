package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeStateTest {
    private static ChangeState over(ChangeState from, List<RfObservation> looks, double pilotHz, String pi) {
        ChangeState state = from;
        for (RfObservation look : looks) {
            state = state.with(look, pilotHz, pi);
        }
        return state;
    }

    private static List<RfObservation> looks(double seconds, double snrDb, double offsetHz) {
        return Looks.at(98.0e6).on(seconds, snrDb, offsetHz).list();
    }

    @Test
    void aStepOfLevelWithAnotherCarrierFrequencyIsAnotherTransmitter() {
        ChangeState before = over(ChangeState.NOTHING, looks(6, 20, 100), 6750, "C201");
        Change change = Objects.requireNonNull(
                over(before, looks(4, 27, 900), 6750, "C201").change());
        assertThat(change.levelDb()).isCloseTo(7, within(0.1));
        assertThat(change.frequencyHz()).isCloseTo(800, within(1.0));
        // eight looks are held against the past: the onset is known to within those
        assertThat(Duration.between(Looks.START, change.at())).isLessThan(Duration.ofMillis(1700));
    }

    @Test
    void aLostPilotOrAnotherPiSaysSoToo() {
        ChangeState before = over(ChangeState.NOTHING, looks(6, 20, 100), 6750, "C201");
        assertThat(over(before, looks(4, 26, 100), 0, "C201").change()).isNotNull();
        Change other = Objects.requireNonNull(
                over(before, looks(4, 26, 100), 6750, "D777").change());
        assertThat(other.piChanged()).isTrue();
        assertThat(other.piBefore()).isEqualTo("C201");
    }

    @Test
    void aStepOfLevelAloneIsAFadeOrTheReceiver() {
        ChangeState before = over(ChangeState.NOTHING, looks(6, 20, 100), 6750, "C201");
        assertThat(over(before, looks(10, 32, 100), 6750, "C201").change()).isNull();
    }

    @Test
    void aVoiceThatPullsTheCarrierAboutIsNoStepThoughSingleLooksAre() {
        Random voice = new Random(7);
        ChangeState state = ChangeState.NOTHING;
        double widest = 0;
        for (int i = 0; i < 300; i++) {
            double offsetHz = 400 * voice.nextGaussian();
            widest = Math.max(widest, Math.abs(offsetHz));
            // the level swings by 4 dB, as it does by a road
            state = over(state, looks(0.2, 20 + (i / 20) % 2 * 2, offsetHz), 6750, "");
            assertThat(state.change()).isNull();
        }
        assertThat(widest).isGreaterThan(800);
    }

    @Test
    void itIsOverWhenTheFirstTransmitterIsBack() {
        ChangeState taken = over(over(ChangeState.NOTHING, looks(6, 20, 100), 6750, "C201"), looks(4, 27, 900), 0, "");
        assertThat(taken.change()).isNotNull();
        assertThat(over(taken, looks(3, 20, 100), 6750, "C201").change()).isNull();
    }
}
