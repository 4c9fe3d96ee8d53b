package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness may be interrupted when it is closed
class AfterCheckpointTest {
    private static final long PATIENCE_MS = 60_000;

    @Test
    void nothingIsToldThatACrashWouldTakeBack() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> job = job()) {
            job.open();
            job.processElement("first", 1);
            assertThat(job.extractOutputValues()).isEmpty();
            job.snapshot(1, 2);
            job.processElement("second", 3);
            assertThat(job.extractOutputValues()).as("not complete yet").isEmpty();
            job.notifyOfCompletedCheckpoint(1);
            assertThat(job.extractOutputValues()).containsExactly("first");
            job.snapshot(2, 4);
            job.notifyOfCompletedCheckpoint(2);
            assertThat(job.extractOutputValues()).containsExactly("first", "second");
        }
    }

    @Test
    void whatACheckpointCoversIsToldByTheNextProcess() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<String, String> killed = job()) {
            killed.open();
            killed.processElement("covered", 1);
            checkpoint = killed.snapshot(1, 2);
            killed.processElement("never was", 3);
        }
        try (OneInputStreamOperatorTestHarness<String, String> next = job()) {
            next.initializeState(checkpoint);
            next.open();
            next.processElement("found anew", 4);
            next.snapshot(2, 5);
            next.notifyOfCompletedCheckpoint(2);
            assertThat(next.extractOutputValues()).containsExactly("covered", "found anew");
        }
    }

    @Test
    void aCheckpointThatFailedIsMadeUpForByTheNext() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> job = job()) {
            job.open();
            job.processElement("first", 1);
            job.snapshot(1, 2);
            job.processElement("second", 3);
            job.snapshot(2, 4);
            job.notifyOfCompletedCheckpoint(2);
            assertThat(job.extractOutputValues()).containsExactly("first", "second");
        }
    }

    @Test
    void isToldLateWhereNoCheckpointCompletes() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> job = job()) {
            job.open();
            job.setProcessingTime(0);
            job.processElement("on a full disk", 1);
            job.setProcessingTime(PATIENCE_MS);
            job.processWatermark(2);
            assertThat(job.extractOutputValues()).isEmpty();
            job.setProcessingTime(PATIENCE_MS + 1);
            job.processWatermark(3);
            assertThat(job.extractOutputValues()).containsExactly("on a full disk");
        }
    }

    @Test
    void nothingIsLeftBehindAtTheEnd() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> job = job()) {
            job.open();
            job.processElement("last", 1);
            job.endInput();
            job.getOperator().finish();
            assertThat(job.extractOutputValues()).containsExactly("last");
        }
    }

    private static OneInputStreamOperatorTestHarness<String, String> job() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new AfterCheckpoint<>(Types.STRING), Types.STRING.createSerializer(new SerializerConfigImpl()));
    }
}
