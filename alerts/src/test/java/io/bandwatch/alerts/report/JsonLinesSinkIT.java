package io.bandwatch.alerts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.detectors.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSinkIT {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final SummarySeed SEED = new SummarySeed(1, Map.of(), null, null, null);

    /** Set in the job's JVM, which is this one; true once the job has failed. */
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @TempDir
    Path folder;

    @Test
    void aJobThatFailsAndRestartsGivesTheBytesOfAnUndisturbedOne() throws Exception {
        Path expected = ResultFiles.write(folder.resolve("expected.jsonl"), SEED, records());
        Path file = folder.resolve("result.jsonl");
        FAILED.set(false);

        StreamExecutionEnvironment env = environment();
        env.enableCheckpointing(20);
        env.fromData(records())
                .setParallelism(1)
                .map(JsonLinesSinkIT::failOnceInTheMiddle)
                .returns(ResultRecord.class)
                .setParallelism(1)
                .sinkTo(new JsonLinesSink(file, SEED))
                .setParallelism(1);
        env.execute();

        assertThat(FAILED).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(expected));
    }

    @Test
    void twoWritersOfOneFileAreRefused() {
        StreamExecutionEnvironment env = environment();
        env.fromData(records())
                .sinkTo(new JsonLinesSink(folder.resolve("two.jsonl"), SEED))
                .setParallelism(2);

        assertThatThrownBy(env::execute).hasStackTraceContaining("set parallelism 1 instead of 2");
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, java.time.Duration.ofMillis(10));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        return env.setRuntimeMode(RuntimeExecutionMode.STREAMING);
    }

    private static ResultRecord failOnceInTheMiddle(ResultRecord value) throws InterruptedException {
        Thread.sleep(2);
        boolean middle = value.carrier() != null && value.carrier().time().equals(Samples.START.plusSeconds(150));
        if (middle && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("pulled the plug");
        }
        return value;
    }

    private static List<ResultRecord> records() {
        Stream<ResultRecord> intervals = IntStream.range(0, 200)
                .mapToObj(i -> ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED, i)));
        Stream<ResultRecord> ends = Stream.of(
                ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.CLOSED)),
                ResultRecord.of(Samples.carrier("a", 98_100_000L, Verdict.UNLICENSED)),
                ResultRecord.of(Samples.account("a", true)));
        Stream<ResultRecord> begin =
                Stream.of(ResultRecord.of(Samples.incident("a", 98_100_000L, IncidentPhase.ACTIVE)));
        return Stream.concat(begin, Stream.concat(intervals, ends)).toList();
    }
}
