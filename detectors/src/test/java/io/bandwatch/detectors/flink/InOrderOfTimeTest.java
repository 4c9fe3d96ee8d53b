package io.bandwatch.detectors.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The harness may be interrupted while it closes, which the compiler remarks and a test need not mind. */
@SuppressWarnings("try")
class InOrderOfTimeTest {
    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new InOrderOfTime<String, String>(
                        String.class,
                        word -> Instant.ofEpochMilli(word.charAt(0) - 'a'),
                        (one, other) -> one.compareTo(other))),
                word -> "all",
                Types.STRING);
    }

    @Test
    void handsOnInOrderAndOnlyWhatNothingCanPrecede() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (String word : new String[] {"d1", "b2", "c1", "b1"}) {
                harness.processElement(word, word.charAt(0) - 'a');
            }
            harness.processWatermark(2);
            assertThat(harness.extractOutputValues()).containsExactly("b1", "b2", "c1");

            harness.processWatermark(3);
            assertThat(harness.extractOutputValues()).endsWith("d1");
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void whatIsHeldOutlastsARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement("b1", 1);
            harness.processElement("a1", 0);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues()).containsExactly("a1", "b1");
        }
    }
}
