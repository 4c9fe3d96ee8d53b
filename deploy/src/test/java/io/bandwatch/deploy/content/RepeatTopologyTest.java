package io.bandwatch.deploy.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the shards of the index lie on tasks. */
class RepeatTopologyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 16, 31, 32})
    void tasksHaveAsManyShardsAsEachOther(int tasks) {
        int[] shards = new int[tasks];
        for (int shard = 0; shard < RepeatTopology.SHARDS; shard++) {
            shards[RepeatTopology.task(shard, tasks)]++;
        }

        assertThat(IntStream.of(shards).max().orElseThrow()
                        - IntStream.of(shards).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    /** What the numbers of the shards are as keys. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void byTheirNumbersSomeTasksWouldHaveNone(int tasks) {
        long used = IntStream.range(0, RepeatTopology.SHARDS)
                .map(shard -> KeyGroupRangeAssignment.assignKeyToParallelOperator(shard, 128, tasks))
                .distinct()
                .count();

        assertThat(used).isLessThan(tasks);
    }
}
