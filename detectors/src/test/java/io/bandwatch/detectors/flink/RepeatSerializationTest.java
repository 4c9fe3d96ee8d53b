package io.bandwatch.detectors.flink;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.bandwatch.detectors.content.index.CutterState;
import io.bandwatch.detectors.content.index.IndexBatch;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.detectors.content.index.ShardState;
import io.bandwatch.detectors.content.links.LinkNews;
import io.bandwatch.detectors.content.links.LinkState;
import io.bandwatch.detectors.content.relays.RelayLook;
import io.bandwatch.detectors.content.relays.RelayNews;
import io.bandwatch.detectors.content.relays.RelayState;
import io.bandwatch.detectors.content.relays.RelayWatchState;
import io.bandwatch.detectors.content.repeats.LoopState;
import io.bandwatch.detectors.content.repeats.Recall;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.content.repeats.RepeatState;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.content.repetition.RepetitionState;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of programmes travels between tasks and into checkpoints. */
class RepeatSerializationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                CutterState.class,
                IndexBatch.class,
                IndexCut.class,
                IndexHits.class,
                ShardState.class,
                Recall.class,
                RepeatReport.class,
                RepeatState.class,
                LoopState.class,
                RepetitionRecord.class,
                RepetitionState.class,
                LinkNews.class,
                LinkState.class,
                RelayNews.class,
                RelayLook.class,
                RelayState.class,
                RelayWatchState.class
            })
    void isSerialisedWithoutKryo(Class<?> type) {
        assertThatCode(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(type))
                .doesNotThrowAnyException();
    }
}
