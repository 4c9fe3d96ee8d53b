package io.bandwatch.detectors.flink;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.detectors.rf.UnlicensedCarrierDetector;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierState;
import io.bandwatch.detectors.watch.Plain;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The harness may be interrupted while it closes, which the compiler remarks and a test need not mind. */
@SuppressWarnings("try")
class DetectorFunctionHarnessTest {
    private static final Looks NIGHT =
            Looks.at(98.3e6).on(5, 20).off(5).on(1, 20).off(5).on(5, 20).off(5);

    private static KeyedOneInputStreamOperatorTestHarness<String, RfObservation, Finding> harness() throws Exception {
        UnlicensedCarrierDetector detector = new UnlicensedCarrierDetector(
                Registers.verdicts("A,One,98.0,broadcast"), UnlicensedCarrierSettings.DEFAULT);
        DetectorFunction<String, RfObservation, Finding> function = new DetectorFunction<
                        String, RfObservation, Finding>(RfObservation::time, look -> look.kind() == FrameKind.ENDED)
                .with("unlicensed", new Plain<>(detector), UnlicensedCarrierState.class);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), RfObservation::place, Types.STRING);
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, RfObservation, Finding> harness, List<RfObservation> looks)
            throws Exception {
        for (RfObservation look : looks) {
            harness.processElement(look, look.time().toEpochMilli());
        }
    }

    private static List<String> written(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.phase() + " " + f.onset() + " " + f.since() + " " + f.until() + " " + f.at() + " "
                        + f.measured())
                .toList();
    }

    @Test
    void leavesNeitherTimerNorStateBehindWhenTheRecordingEnds() throws Exception {
        try (var harness = harness()) {
            harness.open();
            List<RfObservation> looks =
                    Looks.at(98.3e6).on(5, 20).off(5).ended().list();
            feed(harness, looks.subList(0, looks.size() - 1));
            // paused: it waits for the time of forgetting
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
            // the state, its deadline, the timer
            assertThat(harness.numKeyedStateEntries()).isEqualTo(3);

            feed(harness, looks.subList(looks.size() - 1, looks.size()));
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numKeyedStateEntries()).isZero();
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues()).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
        }
    }

    @Test
    void firesTheDeadlineWhenNothingFollows() throws Exception {
        try (var harness = harness()) {
            harness.open();
            feed(harness, Looks.at(98.3e6).on(5, 20).off(5).list());
            Instant forgotten = Looks.START.plusSeconds(5).plus(Duration.ofHours(12));
            harness.processWatermark(forgotten.toEpochMilli() - 1);
            assertThat(harness.extractOutputValues()).extracting(Finding::phase).containsExactly(RAISED, PAUSED);
            harness.processWatermark(forgotten.toEpochMilli());
            assertThat(harness.extractOutputValues()).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
            assertThat(harness.extractOutputValues().get(2).at()).isEqualTo(forgotten);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void findsTheSameWhetherTheWatermarkHurriesOrLags() throws Exception {
        Looks looks = Looks.at(98.3e6)
                .on(5, 20)
                .off(5)
                .blind(13 * 3600.0)
                .on(5, 20)
                .off(5)
                .ended();
        try (var hurried = harness();
                var lagging = harness()) {
            hurried.open();
            lagging.open();
            for (RfObservation look : looks.list()) {
                hurried.processElement(look, look.time().toEpochMilli());
                hurried.processWatermark(look.time().toEpochMilli());
            }
            feed(lagging, looks.list());
            assertThat(written(hurried.extractOutputValues()))
                    .hasSize(6)
                    .isEqualTo(written(lagging.extractOutputValues()));
        }
    }

    @Test
    void goesOnExactlyFromASnapshotTakenAnywhere() throws Exception {
        List<RfObservation> looks = NIGHT.list();
        List<String> undisturbed;
        try (var harness = harness()) {
            harness.open();
            feed(harness, looks);
            undisturbed = written(harness.extractOutputValues());
        }
        // within the first hold, within the presence, within the pause, within the second hold
        for (int cut : List.of(5, 20, 40, 77)) {
            OperatorSubtaskState snapshot;
            List<String> findings;
            try (var before = harness()) {
                before.open();
                feed(before, looks.subList(0, cut));
                snapshot = before.snapshot(1, 1);
                findings = new ArrayList<>(written(before.extractOutputValues()));
            }
            try (var after = harness()) {
                after.initializeState(snapshot);
                after.open();
                feed(after, looks.subList(cut, looks.size()));
                findings.addAll(written(after.extractOutputValues()));
            }
            assertThat(findings).as("cut before look %d", cut).isEqualTo(undisturbed);
        }
    }

    @Test
    void aTimerRestoredFromASnapshotStillFires() throws Exception {
        OperatorSubtaskState snapshot;
        try (var before = harness()) {
            before.open();
            feed(before, Looks.at(98.3e6).on(5, 20).off(5).list());
            snapshot = before.snapshot(1, 1);
        }
        try (var after = harness()) {
            after.initializeState(snapshot);
            after.open();
            after.processWatermark(Looks.START.plus(Duration.ofHours(13)).toEpochMilli());
            assertThat(after.extractOutputValues()).extracting(Finding::phase).containsExactly(ENDED);
        }
    }
}
