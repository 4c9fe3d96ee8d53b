package io.bandwatch.deploy.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.deploy.cluster.ProgressDisplay;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of what was heard, over as many tasks as there are: each has some of the programmes' words, and nothing else comes out. */
class ShardedIndexIT {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final int BANDS = AudioMeasurement.PRINT_BANDS;
    private static final int STEPS_PER_LOOK = 10;
    private static final int PROGRAMMES = 4;
    private static final int SECONDS = 90;

    /** What came out; the tasks of one process share it. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    @Test
    void aJobOfFourTasksRemembersWhatOneTaskDoes() throws Exception {
        Set<String> one = heardBefore(1);
        Set<String> four = heardBefore(4);

        assertThat(one).as("each programme has the begin of the one before it").hasSizeGreaterThanOrEqualTo(PROGRAMMES);
        assertThat(four).isEqualTo(one);
    }

    private Set<String> heardBefore(int tasks) throws Exception {
        String job = "tasks-" + tasks;
        TOLD.clear();
        LocalCluster cluster = new LocalCluster(
                new ClusterSettings(tasks, folder, Optional.empty(), Duration.ofSeconds(1), ProgressDisplay.NONE));
        StreamExecutionEnvironment environment = cluster.environment();
        DataStream<ContentLook> heard = environment
                .fromData(looks())
                .assignTimestampsAndWatermarks(WatermarkStrategy.<ContentLook>forMonotonousTimestamps()
                        .withTimestampAssigner((look, before) -> look.end().toEpochMilli()));
        new RepeatTopology(heard, tasks).reports().filter(ShardedIndexIT::tell).sinkTo(new DiscardingSink<>());
        cluster.run(environment, job);
        return new TreeSet<>(TOLD);
    }

    /** Each programme has, from its 50th second on, what the one before had in its first forty. */
    private static List<ContentLook> looks() {
        byte[][] own = new byte[PROGRAMMES][];
        for (int i = 0; i < PROGRAMMES; i++) {
            own[i] = sound(i);
        }
        List<ContentLook> looks = new ArrayList<>();
        int count = SECONDS * 50 / STEPS_PER_LOOK;
        for (int look = 0; look < count; look++) {
            for (int i = 0; i < PROGRAMMES; i++) {
                boolean again = look >= count * 5 / 9;
                byte[] from = again ? own[(i + 1) % PROGRAMMES] : own[i];
                int at = (again ? look - count * 5 / 9 : look) * STEPS_PER_LOOK * BANDS;
                byte[] levels = new byte[STEPS_PER_LOOK * BANDS];
                System.arraycopy(from, at, levels, 0, levels.length);
                looks.add(new ContentLook(
                        Subject.service("mux", i + 1),
                        Role.ON_AIR,
                        look == count - 1 ? FrameKind.ENDED : FrameKind.MEASURED,
                        START.plusMillis(200L * look),
                        200_000_000L,
                        levels));
            }
        }
        return looks;
    }

    /** Each band swings by itself, as speech and music do. */
    private static byte[] sound(int seed) {
        Random random = new Random(seed);
        byte[] levels = new byte[SECONDS * 50 * BANDS];
        double[] db = new double[BANDS];
        for (int i = 0; i < levels.length; i++) {
            int band = i % BANDS;
            db[band] = 0.9 * db[band] + 3.5 * random.nextGaussian();
            levels[i] = AudioMeasurement.level(db[band] - 40 - band);
        }
        return levels;
    }

    private static boolean tell(RepeatReport report) {
        for (Repeat repeat : report.over()) {
            TOLD.add(report.subject() + " " + repeat);
        }
        return true;
    }
}
