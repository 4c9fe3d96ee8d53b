package io.bandwatch.alerts.push.outbox;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.plan.PlanRun;
import io.bandwatch.alerts.push.plan.PlanState;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.detectors.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final long MIB = 1L << 20;

    @TempDir
    private Path folder;

    @Test
    void whatWasTakenInIsThereAfterARestartAndTheSame() throws IOException {
        PlanRun run = new PlanRun(PushRules.of(PushRule.simple("all", PushRule.Match.ALL, List.of("duty"))));
        for (int i = 0; i < 3; i++) {
            run.change(PushSamples.carrier("n1", 88_000_000 + i * 100_000L, Severity.MAJOR, NOON.plusSeconds(i)));
        }
        try (Outbox outbox = new Outbox(folder, MIB)) {
            outbox.commit(PlanState.EMPTY, run.state(), run.pushes, NOON);
        }

        try (Outbox outbox = new Outbox(folder, MIB)) {
            assertThat(PushCodec.write(outbox.state())).isEqualTo(PushCodec.write(run.state()));
            QueuedPush first = outbox.first("duty").orElseThrow();
            assertThat(PushCodec.write(first.push())).isEqualTo(PushCodec.write(run.pushes.get(0)));
        }
    }

    @Test
    void aKeyIsTakenOnce() throws IOException {
        Push push = PushSamples.push("duty", "n1");
        try (Outbox outbox = new Outbox(folder, MIB)) {
            outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(push), NOON);
            outbox.delivered(push, NOON);
            outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(push, push), NOON);

            assertThat(outbox.first("duty")).isEmpty();
            assertThat(Objects.requireNonNull(outbox.counts().get("duty")).sent())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatDoesNotFitIsNotTakenInAndWhatIsThereStays() throws IOException {
        try (Outbox outbox = new Outbox(folder, MIB)) {
            int taken = 0;
            try {
                for (; taken < 10_000; taken++) {
                    outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(numbered(taken)), NOON);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("see that its disk has room");
            }
            int held = taken;
            assertThat(held).isBetween(100, 9_999);
            assertThat(Objects.requireNonNull(outbox.counts().get("duty")).queued())
                    .isEqualTo(held);

            // room is made by delivering, for what was sent is forgotten after its time
            assertThatThrownBy(() -> outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(numbered(held)), NOON))
                    .isInstanceOf(IOException.class);
            assertThat(outbox.first("duty").orElseThrow().push().key()).isEqualTo("key-0");
            for (int i = 0; i < held; i++) {
                outbox.delivered(numbered(i), i < held - 1 ? NOON : NOON.plus(Duration.ofDays(31)));
            }
            outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(numbered(held)), NOON);
            assertThat(outbox.first("duty").orElseThrow().push().key()).isEqualTo("key-" + held);
        }
    }

    @Test
    void twoServicesCannotHaveOneFolder() throws IOException {
        try (Outbox outbox = new Outbox(folder, MIB)) {
            outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(PushSamples.push("duty", "n1")), NOON);

            assertThatThrownBy(() -> new Outbox(folder, MIB))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no other process uses it");
        }
    }

    private static Push numbered(int i) {
        Push push = PushSamples.push("duty", "n1");
        return new Push("key-" + i, push.channel(), push.form(), push.made(), push.items(), push.tallies(), null);
    }
}
